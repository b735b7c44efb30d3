/**
 * Run bundled scripts for as long as somebody asks.
 *
 * Each line that comes in is a JSON list: the address of a script, and its arguments. What goes out is one
 * line for each: empty, or what the script failed of. Each run begins anew, as in a process of its own.
 */
import { createInterface } from "node:readline";

const [program] = process.argv;
let runs = 0;

for await (const line of createInterface({ input: process.stdin })) {
  const [script, ...given] = JSON.parse(line);
  process.argv = [program, script, ...given];
  let failed = "";
  try {
    // A module is run once for each address.
    await import(`${script}?run=${runs++}`);
  } catch (error) {
    failed = String(error?.stack ?? error);
  }
  console.log(JSON.stringify(failed));
}
