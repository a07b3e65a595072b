// SPDX-License-Identifier: MIT
/** The part of JSON Schema 2020-12 that our schemas use, checked with messages that name the path. */

type TypeName = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** False, or the schema of every value of a free-form record. */
  readonly additionalProperties?: false | Schema;
  readonly maxProperties?: number;
  readonly items?: Schema | false;
  /** Of the first entries; `items` is of those that follow. */
  readonly prefixItems?: readonly Schema[];
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
  /** Schemas it refers to by their $id. */
  readonly others?: Readonly<Record<string, RootSchema>>;
}

/** Keys that would reach an object's prototype; never part of a plan. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export interface SchemaProblem {
  /** Where: "outcomes[0].score"; empty for the whole. */
  path: string;
  /** "path is ...: remedy". */
  message: string;
  /** Not of the type or without a part that is needed: what is read from it would not be there. */
  isShape: boolean;
}

/** The first thing wrong with the value, as "path is ...: remedy", or null. Depth is bounded by the schema's own. */
export function schemaProblem(value: unknown, root: RootSchema): string | null {
  const { value: first } = schemaProblems(value, root).next();
  return first ? first.message : null;
}

/** Everything wrong with it, found as it is asked for. */
export function schemaProblems(value: unknown, root: RootSchema): Generator<SchemaProblem, undefined> {
  return check(value, root, '', root);
}

type Problems = Generator<SchemaProblem, undefined>;

function* check(value: unknown, schema: Schema, path: string, root: RootSchema): Problems {
  if (schema.$ref !== undefined) {
    const other = root.others?.[schema.$ref];
    const target = root.$defs[schema.$ref.replace('#/$defs/', '')];
    if (other) return yield* check(value, other, path, other);
    if (!target) yield { path, message: `no definition ${schema.$ref}`, isShape: true };
    return target ? yield* check(value, target, path, root) : undefined;
  }
  const problem = scalarProblem(value, schema, path, root);
  if (problem !== null) {
    const isShape = schema.type !== undefined && !hasOneOf(value, schema.type);
    yield { path, message: problem, isShape };
    return;
  }
  if (schema.oneOf) yield* checkKind(value, schema.oneOf, path, root);
  else if (schema.anyOf) yield* checkShape(value, schema.anyOf, path, root);
  else if (Array.isArray(value)) yield* checkArray(value, schema, path, root);
  else if (isRecord(value)) yield* checkObject(value, schema, path, root);
}

function scalarProblem(value: unknown, schema: Schema, path: string, root: RootSchema): string | null {
  const told = `${path || `the ${whatIs(root)}`} is ${shown(value)}`;
  if (schema.type !== undefined && !hasOneOf(value, schema.type))
    return `${told}: it must be ${typesTold(schema.type)}`;
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

function* checkArray(values: readonly unknown[], schema: Schema, path: string, root: RootSchema): Problems {
  const { minItems, maxItems, items, prefixItems = [] } = schema;
  const told = `${path} has ${values.length} entries`;
  if (minItems !== undefined && values.length < minItems)
    yield { path, message: `${told}: it needs at least ${minItems}`, isShape: false };
  if (maxItems !== undefined && values.length > maxItems) {
    yield { path, message: `${told}: it may have ${maxItems} at most`, isShape: false };
    return;
  }
  if (schema.uniqueItems) {
    const twice = values.findIndex((value, i) => values.indexOf(value) !== i);
    const message = `${path}[${twice}] is ${shown(values[twice])}, which is there before: name it once`;
    if (twice >= 0) yield { path: `${path}[${twice}]`, message, isShape: false };
  }
  for (const [i, value] of values.entries()) {
    const own = prefixItems[i] ?? items;
    if (own) yield* check(value, own, `${path}[${i}]`, root);
  }
}

function* checkObject(value: Record<string, unknown>, schema: Schema, path: string, root: RootSchema): Problems {
  const { properties = {}, additionalProperties, maxProperties } = schema;
  const keys = Object.keys(value);
  if (maxProperties !== undefined && keys.length > maxProperties) {
    const message = `${path} has ${keys.length} entries: it may have ${maxProperties} at most`;
    yield { path, message, isShape: false };
    return;
  }
  for (const key of keys) {
    const inside = joined(path, key);
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties || undefined;
    if (forbiddenKeys.has(key)) yield { path: inside, message: `${inside} is not allowed as a key`, isShape: false };
    else if (known) yield* check(value[key], known, inside, root);
    else {
      const message = `${inside} is not known: ${path || `a ${whatIs(root)}`} can have ${Object.keys(properties).join(', ')}`;
      yield { path: inside, message, isShape: false };
    }
  }
  for (const key of schema.required ?? []) {
    const inside = joined(path, key);
    if (!Object.hasOwn(value, key)) yield { path: inside, message: `${inside} is missing`, isShape: true };
  }
}

function* checkKind(value: unknown, branches: readonly Schema[], path: string, root: RootSchema): Problems {
  if (!isRecord(value)) {
    yield { path, message: `${path} is ${shown(value)}: it must be ${typeWords.object}`, isShape: true };
    return;
  }
  const resolved = branches.map((branch) =>
    branch.$ref === undefined ? branch : root.$defs[branch.$ref.replace('#/$defs/', '')],
  );
  const kinds = resolved.map((branch) => branch?.properties?.['kind']?.const);
  const branch = resolved[kinds.findIndex((kind) => kind === value['kind'])];
  if (branch && Object.hasOwn(value, 'kind')) return yield* check(value, branch, path, root);
  const inside = joined(path, 'kind');
  const told = Object.hasOwn(value, 'kind') ? `is ${shown(value['kind'])}` : 'is missing';
  yield { path: inside, message: `${inside} ${told}: use one of ${kinds.join(', ')}`, isShape: true };
}

/** Where no branch fits, the one of the value's type is told; among objects the one whose required key it has. */
function* checkShape(value: unknown, branches: readonly Schema[], path: string, root: RootSchema): Problems {
  const resolved = branches.flatMap((branch) =>
    branch.$ref === undefined ? [branch] : (root.$defs[branch.$ref.replace('#/$defs/', '')] ?? []),
  );
  const keysOf = (branch: Schema): readonly string[] => branch.required ?? [];
  if (resolved.some((branch) => check(value, branch, path, root).next().done)) return;
  const fitting = resolved.filter(({ type }) => type !== undefined && hasOneOf(value, type));
  const chosen = isRecord(value)
    ? fitting.find((b) => keysOf(b).every((key) => Object.hasOwn(value, key)))
    : fitting[0];
  if (chosen) return yield* check(value, chosen, path, root);
  const shapes = resolved.flatMap((branch) => {
    if (branch.type === 'object') return [`{${keysOf(branch).join(', ')}}`];
    return branch.enum ? branch.enum.map(String) : branch.type === 'string' ? ['text'] : [...listOf(branch.type ?? [])];
  });
  yield { path, message: `${path} is ${shown(value)}: use one of ${shapes.join(', ')}`, isShape: true };
}

const typeWords = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
} as const;

const listOf = (type: TypeName | readonly TypeName[]): readonly TypeName[] =>
  typeof type === 'string' ? [type] : type;

const typesTold = (type: TypeName | readonly TypeName[]): string =>
  listOf(type)
    .map((name) => typeWords[name])
    .join(' or ');

const hasOneOf = (value: unknown, type: TypeName | readonly TypeName[]): boolean =>
  listOf(type).some((name) => hasType(value, name));

/** What a message calls the whole. */
const whatIs = ({ $id }: RootSchema): string =>
  $id.startsWith('report') ? 'report' : $id.startsWith('instrument') ? 'definition' : 'plan';

function hasType(value: unknown, type: TypeName): boolean {
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
