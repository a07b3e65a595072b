// SPDX-License-Identifier: MIT
/** The part of JSON Schema 2020-12 that the plan's schema uses, checked with messages that name the path. */

export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** False, or the schema of every value of a free-form record. */
  readonly additionalProperties?: false | Schema;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  /** Objects told apart by the constant of their property `kind`. */
  readonly oneOf?: readonly Schema[];
  /** Words or objects: strings are checked by the branch of that type, objects by the branch that requires their key. */
  readonly anyOf?: readonly Schema[];
}

export interface RootSchema extends Schema {
  readonly $schema: string;
  readonly $id: string;
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** Keys that would reach an object's prototype; never part of a plan. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** The first thing wrong with the value, as "path is ...: remedy", or null. Depth is bounded by the schema's own. */
export function schemaProblem(value: unknown, root: RootSchema): string | null {
  return check(value, root, '', root);
}

function check(value: unknown, schema: Schema, path: string, root: RootSchema): string | null {
  if (schema.$ref !== undefined) {
    const target = root.$defs[schema.$ref.replace('#/$defs/', '')];
    return target ? check(value, target, path, root) : `no definition ${schema.$ref}`;
  }
  const problem = scalarProblem(value, schema, path);
  if (problem !== null) return problem;
  if (schema.oneOf) return checkKind(value, schema.oneOf, path, root);
  if (schema.anyOf) return checkShape(value, schema.anyOf, path, root);
  if (Array.isArray(value)) return checkArray(value, schema, path, root);
  if (isRecord(value)) return checkObject(value, schema, path, root);
  return null;
}

function scalarProblem(value: unknown, schema: Schema, path: string): string | null {
  const told = `${path || 'the plan'} is ${shown(value)}`;
  if (schema.type !== undefined && !hasType(value, schema.type)) return `${told}: ${typeWords[schema.type]}`;
  if (schema.const !== undefined && value !== schema.const)
    return `${told}: it must be ${JSON.stringify(schema.const)}`;
  if (schema.enum && !schema.enum.some((word) => word === value))
    return `${told}: use one of ${schema.enum.map((word) => wordShown(String(word))).join(', ')}`;
  if (typeof value === 'string') {
    if (schema.minLength !== undefined && value.length < schema.minLength) return `${told}: it must not be empty`;
    if (schema.maxLength !== undefined && value.length > schema.maxLength)
      return `${told}: it may have ${schema.maxLength} characters at most`;
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
      return `${told}: it must match ${schema.pattern}`;
  }
  if (typeof value === 'number') {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
    if (maximum !== undefined && value > maximum) return `${told}: it must be at most ${maximum}`;
    if (minimum !== undefined && value < minimum) return `${told}: it must be at least ${minimum}`;
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
      return `${told}: it must be above ${exclusiveMinimum}`;
    if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
      return `${told}: it must be below ${exclusiveMaximum}`;
  }
  return null;
}

function checkArray(values: readonly unknown[], schema: Schema, path: string, root: RootSchema): string | null {
  const { minItems, maxItems, items } = schema;
  if (minItems !== undefined && values.length < minItems)
    return `${path} has ${values.length} entries: it needs at least ${minItems}`;
  if (maxItems !== undefined && values.length > maxItems)
    return `${path} has ${values.length} entries: it may have ${maxItems} at most`;
  if (schema.uniqueItems) {
    const twice = values.findIndex((value, i) => values.indexOf(value) !== i);
    if (twice >= 0) return `${path}[${twice}] is ${shown(values[twice])}, which is there before: name it once`;
  }
  for (const [i, value] of values.entries()) {
    const problem = items ? check(value, items, `${path}[${i}]`, root) : null;
    if (problem !== null) return problem;
  }
  return null;
}

function checkObject(value: Record<string, unknown>, schema: Schema, path: string, root: RootSchema): string | null {
  const { properties = {}, additionalProperties, maxProperties } = schema;
  const keys = Object.keys(value);
  if (maxProperties !== undefined && keys.length > maxProperties)
    return `${path} has ${keys.length} entries: it may have ${maxProperties} at most`;
  for (const key of keys) {
    const inside = joined(path, key);
    if (forbiddenKeys.has(key)) return `${inside} is not allowed as a key`;
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties || undefined;
    if (!known) return `${inside} is not known: ${path || 'a plan'} can have ${Object.keys(properties).join(', ')}`;
    const problem = check(value[key], known, inside, root);
    if (problem !== null) return problem;
  }
  const absent = schema.required?.find((key) => !Object.hasOwn(value, key));
  return absent === undefined ? null : `${joined(path, absent)} is missing`;
}

function checkKind(value: unknown, branches: readonly Schema[], path: string, root: RootSchema): string | null {
  if (!isRecord(value)) return `${path} is ${shown(value)}: ${typeWords.object}`;
  const resolved = branches.map((branch) =>
    branch.$ref === undefined ? branch : root.$defs[branch.$ref.replace('#/$defs/', '')],
  );
  const kinds = resolved.map((branch) => branch?.properties?.['kind']?.const);
  if (!Object.hasOwn(value, 'kind')) return `${joined(path, 'kind')} is missing: use one of ${kinds.join(', ')}`;
  const branch = resolved[kinds.findIndex((kind) => kind === value['kind'])];
  if (!branch) return `${joined(path, 'kind')} is ${shown(value['kind'])}: use one of ${kinds.join(', ')}`;
  return check(value, branch, path, root);
}

/** The branch of the value's type; among objects the one whose required key the value has. */
function checkShape(value: unknown, branches: readonly Schema[], path: string, root: RootSchema): string | null {
  const resolved = branches.flatMap((branch) =>
    branch.$ref === undefined ? [branch] : (root.$defs[branch.$ref.replace('#/$defs/', '')] ?? []),
  );
  const keysOf = (branch: Schema): readonly string[] => branch.required ?? [];
  const fitting = resolved.filter(({ type }) => type !== undefined && hasType(value, type));
  const chosen = isRecord(value)
    ? fitting.find((b) => keysOf(b).every((key) => Object.hasOwn(value, key)))
    : fitting[0];
  if (chosen) return check(value, chosen, path, root);
  const shapes = resolved.flatMap((branch) => {
    if (branch.type === 'object') return [`{${keysOf(branch).join(', ')}}`];
    return branch.enum ? branch.enum.map(String) : branch.type === 'string' ? ['text'] : [branch.type ?? ''];
  });
  return `${path} is ${shown(value)}: use one of ${shapes.join(', ')}`;
}

const typeWords = {
  object: 'it must be an object',
  array: 'it must be a list',
  string: 'it must be text',
  number: 'it must be a number',
  integer: 'it must be a whole number',
  boolean: 'it must be true or false',
  null: 'it must be null',
} as const;

function hasType(value: unknown, type: keyof typeof typeWords): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function joined(path: string, key: string): string {
  const plain = /^[A-Za-z_$][\w$]*$/.test(key);
  if (!plain) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function wordShown(word: string): string {
  return /^[\w-]+$/.test(word) ? word : JSON.stringify(word);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'an object';
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
