/** The server: its settings, and the way to start it. */
export { developmentCertificate } from "./certificates";
export { checkConfig, type GatewaySettings } from "./config";
export { startGateway } from "./server";
