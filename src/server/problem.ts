interface ProblemEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  /** What to do about it. */
  readonly todo: string;
}

/** A stable code of a problem, the last part of its `type`. */
export type ProblemCode =
  | 'malformed'
  | 'too-large'
  | 'wrong-content-type'
  | 'invalid-submission'
  | 'origin-refused'
  | 'unknown-site'
  | 'unknown-configuration'
  | 'snapshot-forged'
  | 'contradictory'
  | 'id-taken'
  | 'erased'
  | 'handover-forged'
  | 'handover-expired'
  | 'handover-used'
  | 'handover-elsewhere'
  | 'handover-outdated'
  | 'too-many-requests'
  | 'not-found'
  | 'key-missing'
  | 'token-scope'
  | 'store-unavailable'
  | 'not-ready'
  | 'proof-unavailable'
  | 'proof-pending'
  | 'invalid-query'
  | 'internal';

/** Every way in which the server says no. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemEntry>> = {
  malformed: { status: 400, title: 'The body is not valid JSON.', todo: 'Send one JSON object in UTF-8.' },
  'too-large': {
    status: 413,
    title: 'The body is larger than 16 KB.',
    todo: 'Send only the fields of the submission.',
  },
  'wrong-content-type': {
    status: 415,
    title: 'The body must be JSON.',
    todo: 'Send it with Content-Type: application/json.',
  },
  'invalid-submission': {
    status: 422,
    title: 'The submission does not fit the schema.',
    todo: 'Correct the field named; /api/openapi.json has the schema.',
  },
  'origin-refused': {
    status: 403,
    title: 'This origin may not send consents for this site.',
    todo: "Add the page's domain to site.domains in the configuration.",
  },
  'unknown-site': {
    status: 404,
    title: 'This server knows no such site.',
    todo: 'Start the server with the configuration of the site.',
  },
  'unknown-configuration': {
    status: 409,
    title: 'This configuration was not published for this site, or was replaced too long ago.',
    todo: 'Load /c/<site>.js again and ask the visitor again.',
  },
  'snapshot-forged': {
    status: 403,
    title: 'This server did not issue the script that this answer was given to.',
    todo: "Load /c/<site>.js from this server; a site's own copy is built again with avowal build --server.",
  },
  contradictory: {
    status: 422,
    title: 'The answers contradict the action or the configuration.',
    todo: 'Send exactly what the visitor was asked and answered.',
  },
  'id-taken': {
    status: 409,
    title: 'Another record has this id, and records are never changed.',
    todo: 'Make a new id for a new answer.',
  },
  erased: {
    status: 410,
    title: 'The record with this id was erased.',
    todo: 'Nothing: a new answer makes a new record with an id of its own.',
  },
  'handover-forged': {
    status: 403,
    title: 'This server did not sign this hand-over token.',
    todo: 'Ask the visitor; follow a link of the site for a new token.',
  },
  'handover-expired': {
    status: 410,
    title: 'This hand-over token is older than a minute.',
    todo: 'Ask the visitor; follow a link of the site for a new token.',
  },
  'handover-used': {
    status: 409,
    title: 'This hand-over token has been redeemed; it counts once.',
    todo: 'Ask the visitor; follow a link of the site for a new token.',
  },
  'handover-elsewhere': {
    status: 403,
    title: 'A choice is handed over only by a link from one domain of the site to another.',
    todo: 'Check site.domains, and that the page which links does not hide its origin (Referrer-Policy: no-referrer).',
  },
  'handover-outdated': {
    status: 409,
    title: 'The visitor has answered again since.',
    todo: 'Nothing: the newer answer travels with the next link.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests from this address.',
    todo: 'Wait as long as Retry-After says, then send the same submission again.',
  },
  'not-found': { status: 404, title: 'There is nothing here.', todo: 'Check the address.' },
  'key-missing': {
    status: 401,
    title: 'This needs the access key of the dashboard, or a token.',
    todo: 'Open the address that the server printed when it started, or send the key or a token as a Bearer token.',
  },
  'token-scope': {
    status: 403,
    title: 'This token does not open this.',
    todo: 'Make one with "avowal token create" that names this site and this scope.',
  },
  'store-unavailable': {
    status: 503,
    title: 'The record could not be stored, so nothing was acknowledged.',
    todo: 'Send the same submission again, with the same id, after Retry-After.',
  },
  'not-ready': {
    status: 503,
    title: 'The server is starting or stopping.',
    todo: 'Send the same request again after Retry-After.',
  },
  'proof-unavailable': {
    status: 503,
    title: 'The record log cannot be signed at present, so nothing can be proven.',
    todo: 'The log of the server says why. Records are still taken in; ask again later.',
  },
  'proof-pending': {
    status: 503,
    title: 'The record is safe, but not in the log yet, so that nothing can be proven.',
    todo: 'Ask for the same receipt again after Retry-After.',
  },
  'invalid-query': {
    status: 400,
    title: 'The query is not what this address takes.',
    todo: 'Write whole numbers; /api/openapi.json says which.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong in the server.',
    todo: 'Look at the log of the server.',
  },
};

/** A refusal that becomes an `application/problem+json` answer (RFC 9457). */
export class ProblemError extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail?: string, cause?: unknown) {
    super(detail ?? PROBLEMS[code].title, { cause });
    this.name = 'ProblemError';
    this.code = code;
  }
}

/** What a request that was refused is answered: what happened and what to do. */
export function problemAnswer({ code, message }: ProblemError): {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: object;
} {
  const { status, title, todo } = PROBLEMS[code];
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  if (status === 429 || status === 503) headers['retry-after'] = status === 429 ? '30' : '5';
  if (status === 401) headers['www-authenticate'] = 'Bearer realm="avowal"';
  return {
    status,
    headers,
    body: { type: `urn:avowal:problem:${code}`, title, status, detail: message, todo },
  };
}

/** {@link problemAnswer} as a response. */
export function problemResponse(problem: ProblemError): Response {
  const { status, headers, body } = problemAnswer(problem);
  return new Response(JSON.stringify(body), { status, headers });
}
