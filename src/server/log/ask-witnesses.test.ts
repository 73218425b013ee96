import { describe, expect, it, onTestFinished } from 'vitest';
import { makeReceipt } from '../records/make-receipt.ts';
import { verifyReceipt } from '../records/verify-receipt.ts';
import type { KeptEntry } from '../stores/log-store.ts';
import { openLog } from '../testing/open-log.ts';
import { startWitness } from '../testing/test-witness.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { readCosignatures } from './cosignature.ts';
import { parseWitnesses, parseWitnessKeys } from './parse-witnesses.ts';
import { parseNote } from './signed-note.ts';
import { formatVerifierKey, makeVerifierKey, parseVerifierKey } from './verifier-key.ts';

async function open() {
  const opened = openLog();
  onTestFinished(opened.close);
  const events: string[] = [];
  const log = (_level: string, event: string, facts = {}) =>
    events.push(`${event} ${Object.values(facts).join(': ')}`);
  const keys = opened.log.keys().verifierKeys;
  return { ...opened, events, tell: log, keys };
}
const linesOf = (note: string) => parseNote(note)?.signatures.map(({ name }) => name);

describe('A log with witnesses', () => {
  it('PRF-010: has its checkpoints signed by them as it grows, and a receipt says who saw it', async () => {
    const { log, store, keep, keys, tell, events } = await open();
    const [one, two] = [
      await startWitness('witness.example/w1', keys),
      await startWitness('other.example', keys),
    ];
    const askAll = askWitnesses(log, [one, two], tell);
    const [record] = await keep(5);
    await log.sign();
    await askAll();
    expect(linesOf((await log.checkpoint()).note)).toEqual([keys[0]?.name, one.key.name, two.key.name]);
    await keep(300);
    await log.sign();
    await askAll();
    await askAll();
    expect([one.answers, two.answers]).toEqual([
      [200, 200],
      [200, 200],
    ]);

    await keep(2);
    await log.sign();
    const entry = (await store.findEntry(['shop'], record?.id ?? '')) as KeptEntry;
    const receipt = await makeReceipt(entry, log, new Date());
    expect(receipt.proof.checkpoint.split('\n')[1]).toBe('305');
    const findings = verifyReceipt(receipt, { keys, witnesses: [one.key] });
    expect(findings.map(({ verdict }) => verdict)).not.toContain('fail');
    const seen = findings.find(({ statement }) => statement.startsWith('witness.example/w1 co-signed'));
    expect(seen?.verdict).toBe('pass');
    expect(seen?.statement).toMatch(/ at 20\d\d-.*T.*Z: /);
    expect(
      verifyReceipt(receipt, { keys })
        .map(({ statement }) => statement)
        .join(),
    ).toContain('bears 2 more signatures');
    expect(events).toEqual([]);
  });

  it('finds out from a witness what that has seen, where it does not know', async () => {
    const { log, keep, keys, tell, events } = await open();
    const witness = await startWitness('witness.example', keys);
    await keep(5);
    await log.sign();
    await askWitnesses(log, [witness], tell)();
    await keep(4);
    await log.sign();
    // As after a restart.
    await askWitnesses(log, [witness], tell)();
    expect(witness.answers).toEqual([200, 409, 200]);
    expect(linesOf((await log.checkpoint()).note)).toHaveLength(2);
    expect(events).toEqual([]);
  });

  it('PRF-010: says so where a witness has seen another history, and serves nothing that it did not sign', async () => {
    const { log, keep, keys, tell, events } = await open();
    const witness = await startWitness('witness.example', keys);
    const askAll = askWitnesses(log, [witness], tell);
    await keep(3);
    await log.sign();
    witness.forced = { status: 409, body: '2\n' };
    await askAll();
    await askAll();
    expect(events).toEqual(['witness did not sign witness.example: it has seen another history of this log']);
    expect(linesOf((await log.checkpoint()).note)).toHaveLength(1);
    witness.forced = undefined;
    await askAll();
    expect(events.at(-1)).toBe('witness signs again witness.example');
    expect(linesOf((await log.checkpoint()).note)).toHaveLength(2);
  });

  it.each([
    [200, '', 'what it answered is not its signature'],
    [200, '<html>', 'what it answered is not its signature'],
    [
      200,
      `— witness.example ${Buffer.alloc(76).toString('base64')}\n`,
      'what it answered is not its signature',
    ],
    [404, '', 'it does not know this log or its key'],
    [422, '', 'it has seen another history of this log'],
    [409, '99\n', 'it has seen 99 records, this checkpoint has fewer'],
    [500, '', 'it answered 500'],
  ])('adds nothing of a witness that answers %i %j', async (status, body, problem) => {
    const { log, keep, keys, tell, events } = await open();
    const witness = await startWitness('witness.example', keys);
    witness.forced = { status, body };
    await keep(3);
    await log.sign();
    await askWitnesses(log, [witness], tell)();
    expect(events).toEqual([`witness did not sign witness.example: ${problem}`]);
    expect(linesOf((await log.checkpoint()).note)).toHaveLength(1);
  });

  it('goes on without one that cannot be reached', async () => {
    const { log, keep, keys, tell, events } = await open();
    const [there, away] = [
      await startWitness('there.example', keys),
      await startWitness('away.example', keys),
    ];
    await keep(3);
    await log.sign();
    await askWitnesses(log, [{ ...away, url: 'http://127.0.0.1:1' }, there], tell)();
    expect(events).toEqual(['witness did not sign away.example: fetch failed']);
    expect(linesOf((await log.checkpoint()).note)).toEqual([keys[0]?.name, 'there.example']);
  });
});

describe('A cosignature', () => {
  /** The example of C2SP tlog-cosignature. */
  const EXAMPLE = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

  it('holds the time of the example of the specification', () => {
    const note = parseNote(EXAMPLE);
    const witness = {
      ...makeVerifierKey('witness.example.com/w1', Buffer.alloc(32, 1), 'witness'),
      id: '8d66cf3f',
    };
    const [found] = note ? readCosignatures(note, witness) : [];
    expect(found).toEqual({ time: new Date(1_679_315_147_000), isValid: false });
  });

  it('PRF-010: counts for nothing once text, time or signature is another', async () => {
    const { log, keep, keys, tell } = await open();
    const witness = await startWitness('witness.example', keys);
    await keep(2);
    await log.sign();
    await askWitnesses(log, [witness], tell)();
    const { note } = await log.checkpoint();
    const isValid = (text: string) => {
      const parsed = parseNote(text);
      return parsed ? readCosignatures(parsed, witness.key)[0]?.isValid : undefined;
    };
    expect(isValid(note)).toBe(true);
    expect(isValid(note.replace('\n2\n', '\n3\n'))).toBe(false);
    const [, base64 = ''] = /— witness\.example (\S+)\n/.exec(note) ?? [];
    const bytes = Buffer.from(base64, 'base64');
    for (let at = 4; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isValid(note.replace(base64, changed.toString('base64'))), `byte ${at}`).toBe(false);
    }
    expect(isValid(note.replace(base64, bytes.subarray(0, 40).toString('base64')))).toBe(false);
  });
});

describe('A list of witnesses', () => {
  const key = makeVerifierKey('witness.example/w1', Buffer.alloc(32, 7), 'witness');
  const line = formatVerifierKey(key);
  const parse = (bad: string) => parseWitnesses(`${line} https://a.example\n${bad}\n`, 'witnesses.txt');

  it('has a key and an address on each line; who verifies needs the keys alone', () => {
    const text = `# those that we trust\n\n${line} https://witness.example/w1/ # run by a friend\r\n`;
    expect(parseWitnesses(text, 'witnesses.txt')).toEqual([{ key, url: 'https://witness.example/w1' }]);
    expect(parseWitnesses('', 'witnesses.txt')).toEqual([]);
    expect(parseWitnessKeys(text, 'witnesses.txt')).toEqual([key]);
    expect(parseWitnessKeys(line, 'witnesses.txt')).toEqual([key]);
  });

  it.each([line, `${line} nowhere`, `${line} ftp://x`])(
    'is refused where a line has no address: %s',
    (bad) => {
      expect(() => parse(bad)).toThrow('witnesses.txt, line 2: write the address');
    },
  );

  it.each(['witness https://witness.example', `${line.slice(1)} https://x.example`])(
    'is refused where a line has no key: %s',
    (bad) => {
      expect(() => parse(bad)).toThrow('witnesses.txt, line 2: this is no key');
    },
  );

  it('takes no key of a log: that signs something else', () => {
    const log = formatVerifierKey(makeVerifierKey('witness.example/w1', Buffer.alloc(32, 7)));
    expect(parseVerifierKey(log, 'witness')).toBeUndefined();
    expect(parseVerifierKey(line)).toBeUndefined();
    expect(() => parse(`${log} https://a.example`)).toThrow('line 2: this is no key');
  });
});
