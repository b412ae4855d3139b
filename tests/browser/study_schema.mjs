// SPDX-License-Identifier: Apache-2.0
// What of JSON Schema docs/study.schema.json uses, so that a saved study is held against the file itself.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const schema = JSON.parse(readFileSync(new URL("../../docs/study.schema.json", import.meta.url), "utf8"));
const known = new Set(["$ref", "oneOf", "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "required",
  "properties", "additionalProperties", "items", "minItems", "maxItems", "description", "format", "$schema", "$defs", "title", "examples"]);

const typeOf = (value) => value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;

function check(value, rule, at) {
  for (const key of Object.keys(rule)) assert.ok(known.has(key), `${key} of the schema is not understood here`);
  if (rule.$ref) return check(value, schema.$defs[rule.$ref.replace("#/$defs/", "")], at);
  if (rule.oneOf) {
    const fits = rule.oneOf.filter((one) => {
      try {
        check(value, one, at);
        return true;
      } catch {
        return false;
      }
    });
    return assert.equal(fits.length, 1, `${at} fits ${fits.length} of the schema's choices`);
  }
  const type = typeOf(value);
  if (rule.type) assert.ok([rule.type].flat().some((one) => one === type || (one === "number" && type === "integer")), `${at} is ${type}`);
  if (rule.enum) assert.ok(rule.enum.includes(value), `${at}: ${value}`);
  if (rule.minimum !== undefined && typeof value === "number") assert.ok(value >= rule.minimum, at);
  if (rule.maximum !== undefined && typeof value === "number") assert.ok(value <= rule.maximum, at);
  if (type === "array") {
    assert.ok(value.length >= (rule.minItems ?? 0) && value.length <= (rule.maxItems ?? Infinity), `${at} has ${value.length}`);
    if (rule.items) value.forEach((each, index) => check(each, rule.items, `${at}[${index}]`));
  }
  if (type === "object") {
    for (const key of rule.required ?? []) assert.ok(key in value, `${at} lacks ${key}`);
    for (const [key, each] of Object.entries(value)) {
      const own = rule.properties?.[key] ?? rule.additionalProperties;
      assert.ok(own, `${at}.${key} is no key of a study`);
      if (own !== true) check(each, own, `${at}.${key}`);
    }
  }
}

/** Throws, naming the place, where a study is not as the schema has it. */
export const checkStudy = (study) => check(study, schema, "study");
