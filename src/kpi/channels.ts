import { fold } from "../sales/fold";

/** The sales channels as the data codes them, with what people read and may type. */
export const CHANNELS: readonly {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}[] = [
  { code: "field", name: "Terrain", aliases: ["Field"] },
  { code: "store", name: "Magasin", aliases: ["Store"] },
  { code: "web", name: "Web", aliases: [] },
  { code: "phone", name: "Téléphone", aliases: ["Phone"] },
];

const CODE_BY_NAME = new Map(
  CHANNELS.flatMap(({ code, name, aliases }) =>
    [code, name, ...aliases].map((text) => [fold(text), code] as const),
  ),
);

/** A contact centre writes its channels freely: those that are sales channels join them, others stay as they are. */
export const channelKey = (text: string): string => CODE_BY_NAME.get(fold(text)) ?? text;
