/**
 * Validate HTML files for as long as somebody asks.
 *
 * Each line that comes in is a JSON list of paths, and each line that goes out is what is wrong with
 * them. Loading the validator takes longer than most pages do, so it is loaded once.
 */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [settings, library] = process.argv.slice(2);
const { FileSystemConfigLoader, HtmlValidate } = await import(pathToFileURL(library));
const validator = new HtmlValidate(new FileSystemConfigLoader(JSON.parse(await readFile(settings, "utf8"))));

for await (const line of createInterface({ input: process.stdin })) {
  const { results } = await validator.validateMultipleFiles(JSON.parse(line));
  console.log(JSON.stringify(results.map(({ filePath, messages }) => ({ filePath, messages }))));
}
