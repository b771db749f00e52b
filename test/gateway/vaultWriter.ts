/** A process that writes a vault until it is killed, and says each entry once it is said to be written. */
import { fileVault } from "../../src/gateway/vault";

const [, , file, first] = process.argv;

void (async () => {
  const vault = await fileVault(file!, { key: Buffer.alloc(32, 1) });
  process.stdout.write("open\n");
  for (let at = Number(first); ; at++) {
    if (await vault.put(`p${at}`, `secret of ${at}`)) process.stdout.write(`${at}\n`);
    if (at % 20 === 19) await vault.delete(`p${at - 10}`);
  }
})();
