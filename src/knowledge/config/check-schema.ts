import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import schema from '../../model/config.schema.json' with { type: 'json' };
import { closestWord } from './closest-word.ts';
import { type ConfigProblem, type KeyPath, pathText } from './config-problem.ts';

let validate: ValidateFunction | undefined;

const keysOf = (pointer: string): KeyPath =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

const nameOfType = (value: unknown) =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'an array'
      : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;

const quote = (value: unknown) => {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const list = (words: readonly unknown[]) => words.map((word) => quote(word)).join(', ');

function unknownKey(error: ErrorObject): ConfigProblem {
  const key: string = error.params.additionalProperty;
  const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  const meant = closestWord(key, known);
  return {
    path: pathText([...keysOf(error.instancePath), key]),
    problem: 'is not a setting.',
    fix: meant ? `Did you mean "${meant}"?` : `Settings here are ${list(known)}.`,
  };
}

/** Two shapes are allowed in these places, and both sets of complaints would only confuse. */
function wrongShape(path: string): Omit<ConfigProblem, 'path'> {
  return path.endsWith('google')
    ? {
        problem: 'is neither false nor a table of purposes.',
        fix: 'Write false, or consent types with lists of purpose ids such as {"ad_storage": ["marketing"]}.',
      }
    : {
        problem: 'is not a text.',
        fix: 'Write a text, or one per language such as {"en": "Statistics", "de": "Statistik"}.',
      };
}

function toProblem(error: ErrorObject): ConfigProblem {
  const { keyword, params, data } = error;
  const path = pathText(keysOf(error.instancePath));
  const hint = String(error.parentSchema?.description ?? '').replace(/([^.])$/, '$1.');
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(error);
    case 'required':
      return {
        path: pathText([...keysOf(error.instancePath), params.missingProperty]),
        problem: 'is missing.',
        fix: 'Add it.',
      };
    case 'oneOf':
      return { path, ...wrongShape(path) };
    case 'enum':
      return { path, problem: `is ${quote(data)}.`, fix: `Write one of ${list(params.allowedValues)}.` };
    case 'type': {
      const wanted = String(params.type).replace(',', ' or ');
      return {
        path,
        problem: `is ${nameOfType(data)}, not ${/^[aeio]/.test(wanted) ? 'an' : 'a'} ${wanted}.`,
        fix: hint || 'Change it.',
      };
    }
    case 'pattern':
      return {
        path,
        problem: `${quote(data)} does not have the right form.`,
        fix: hint || `It must match ${params.pattern}.`,
      };
    default:
      return { path, problem: `${quote(data)} ${error.message}.`, fix: hint || 'Change it.' };
  }
}

/** Complaints about the two shapes of a `oneOf` are left to the complaint about the `oneOf` itself. */
function isInsideOneOf(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return errors.some(
    (other) =>
      other.keyword === 'oneOf' &&
      other !== error &&
      (error.instancePath === other.instancePath || error.instancePath.startsWith(`${other.instancePath}/`)),
  );
}

/** Everything in which a value differs from the published JSON Schema of the configuration. */
export function checkSchema(value: unknown): ConfigProblem[] {
  validate ??= new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(
    schema,
  );
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).slice(0, 200);
  return errors
    .filter((error) => error.keyword !== 'propertyNames' && !isInsideOneOf(error, errors))
    .map(toProblem);
}
