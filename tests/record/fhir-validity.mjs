/**
 * Validate FHIR resources with the npm package `fhir`, which knows the codes that R4 requires.
 *
 * Arguments: the package's folder, a file with a list of resources as JSON. Prints one line for each fault.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , library, file] = process.argv;
const { Fhir } = createRequire(import.meta.url)(library);
const fhir = new Fhir();
for (const [index, resource] of JSON.parse(readFileSync(file, "utf8")).entries()) {
  const { valid, messages } = fhir.validate(resource, { errorOnUnexpected: true });
  for (const { location, message, severity } of messages) {
    if (!valid && severity === "error") console.log(`${index} ${resource.resourceType} ${location}: ${message}`);
  }
}
