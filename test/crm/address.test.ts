import { admit, checkAddress, kindOfAddress } from "../../src/crm/address";

const PUBLIC = { privateAddresses: false };
const HOUSE = { privateAddresses: true };
const refused = (work: () => unknown): string => {
  try {
    return `admitted: ${String(work())}`;
  } catch (error) {
    return (error as { failure: { code: string } }).failure.code;
  }
};

describe("addresses that a person gives", () => {
  test.each([
    ["93.184.216.34", "public"],
    ["2606:2800:220:1::", "public"],
    ["127.0.0.1", "private"],
    ["10.20.30.40", "private"],
    ["172.31.255.255", "private"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "private"],
    ["100.64.0.1", "private"],
    ["::1", "private"],
    ["fd12:3456::1", "private"],
    ["::ffff:10.0.0.1", "private"],
    ["::ffff:7f00:1", "private"],
    ["169.254.169.254", "nobody"],
    ["::ffff:169.254.169.254", "nobody"],
    ["100.100.100.200", "nobody"],
    ["fd00:ec2::254", "nobody"],
    ["fe80::1%eth0", "nobody"],
    ["fec0::1", "nobody"],
    ["0.0.0.0", "nobody"],
    ["::", "nobody"],
    ["64:ff9b::a00:1", "nobody"],
    ["224.0.0.1", "nobody"],
    ["255.255.255.255", "nobody"],
    ["host.example", "nobody"],
  ])("%s is %s", (ip, kind) => {
    expect(kindOfAddress(ip)).toBe(kind);
  });

  test.each([
    "http://crm.example",
    "https://127.0.0.1:8000",
    "https://[::1]/",
    "https://2130706433",
    "https://0x7f.1",
    "https://169.254.169.254/latest/meta-data",
    "https://user:secret@crm.example",
    "ftp://crm.example",
    "crm.example",
    "",
  ])("the public rules refuse %s", (text) => {
    expect(refused(() => checkAddress(text, PUBLIC))).toBe("source-address-forbidden");
  });

  test("the house's rules admit private addresses, without HTTPS there alone", () => {
    expect(checkAddress("http://192.168.1.5:8000/", HOUSE)).toBe("http://192.168.1.5:8000");
    expect(refused(() => checkAddress("http://169.254.169.254", HOUSE))).toBe("source-address-forbidden");
    expect(refused(() => checkAddress("http://93.184.216.34", HOUSE))).toBe("source-address-forbidden");
    expect(refused(() => admit("93.184.216.34", true, HOUSE))).toBe("admitted: undefined");
  });

  test("an address loses its query, its fragment and its last slash, and keeps its path", () => {
    expect(checkAddress("https://CRM.example/tryton/?x=1#db", PUBLIC)).toBe("https://crm.example/tryton");
  });
});
