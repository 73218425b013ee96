import type { ServerResponse } from 'node:http';
import { pipeline, Transform, Writable } from 'node:stream';
import {
  constants,
  createBrotliCompress,
  createBrotliDecompress,
  createDeflate,
  createGunzip,
  createGzip,
  createInflate,
  createZstdCompress,
  createZstdDecompress,
} from 'node:zlib';
import type { MarkupScanner } from './scan-markup.ts';

type Callback = (error?: Error | null) => void;

/** Where the body of a page is written to instead of the response. */
export interface PageBody {
  /** False = wait for `drain`. */
  write(chunk: Buffer, callback?: Callback): boolean;
  end(chunk?: Buffer, callback?: Callback): void;
}

/** The response as it was before its methods were taken over. */
export interface NativeBody {
  write(chunk: Buffer, callback?: Callback): boolean;
  end(chunk?: Buffer, callback?: Callback): void;
}

/** What is flushed at once keeps a page streaming that is compressed again. */
const CODINGS: Readonly<Record<string, () => readonly [decoder: Transform, encoder: Transform]>> = {
  gzip: () => [createGunzip(), createGzip({ flush: constants.Z_SYNC_FLUSH })],
  deflate: () => [createInflate(), createDeflate({ flush: constants.Z_SYNC_FLUSH })],
  br: () => [
    createBrotliDecompress(),
    createBrotliCompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
    }),
  ],
  zstd: () => [createZstdDecompress(), createZstdCompress({ flush: constants.ZSTD_e_flush })],
};

/** A Node stream that rewrites the bytes of a page. */
export function pageTransform(page: MarkupScanner): Transform {
  return new Transform({
    transform: (chunk: Buffer, _, done) =>
      done(null, Buffer.from(page.write(chunk.toString('latin1')), 'latin1')),
    flush: (done) => done(null, Buffer.from(page.end(), 'latin1')),
  });
}

function plainBody(page: MarkupScanner, response: ServerResponse, native: NativeBody): PageBody {
  return {
    write(chunk, callback) {
      const html = page.write(chunk.toString('latin1'));
      if (html) return native.write(Buffer.from(html, 'latin1'), callback);
      if (callback) process.nextTick(callback);
      return !response.writableNeedDrain;
    },
    end(chunk, callback) {
      const html = (chunk ? page.write(chunk.toString('latin1')) : '') + page.end();
      const last = Buffer.from(html, 'latin1');
      // A page sent in one piece keeps the form of one.
      if (!response.headersSent) response.setHeader('content-length', last.length);
      native.end(last, callback);
    },
  };
}

function codedBody(
  page: MarkupScanner,
  [decoder, encoder]: readonly [Transform, Transform],
  response: ServerResponse,
  native: NativeBody,
): PageBody {
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      if (native.write(chunk)) done();
      else response.once('drain', done);
    },
    final: (done) => {
      native.end();
      done();
    },
  });
  pipeline(decoder, pageTransform(page), encoder, sink, (error) => {
    if (error) response.destroy(error);
  });
  // A visitor who leaves ends the work.
  response.once('close', () => decoder.destroy());
  decoder.on('drain', () => response.emit('drain'));
  return {
    write: (chunk, callback) => decoder.write(chunk, callback),
    end(chunk, callback) {
      if (callback) response.once('finish', callback);
      decoder.end(chunk);
    },
  };
}

/** Opens the body of a page that comes in a content coding; `undefined` for one that cannot be read. */
export function openPageBody(
  page: MarkupScanner,
  coding: string,
  response: ServerResponse,
  native: NativeBody,
): PageBody | undefined {
  if (coding === '' || coding === 'identity') return plainBody(page, response, native);
  const streams = CODINGS[coding]?.();
  return streams && codedBody(page, streams, response, native);
}
