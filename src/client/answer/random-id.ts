/** A random UUID (RFC 9562 version 4). On pages without TLS, which lack `crypto.randomUUID`, the end of a blob's URL is one (File API §8.2). */
export const randomId = (): string => crypto.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36);
