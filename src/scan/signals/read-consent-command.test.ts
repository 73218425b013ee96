import { describe, expect, it } from 'vitest';
import { readConsentCommand } from './read-consent-command.ts';

const read = (command: string, fields: unknown, queue = 'dataLayer') =>
  readConsentCommand({
    queue,
    command,
    fields: typeof fields === 'string' ? fields : JSON.stringify(fields),
  });

describe('readConsentCommand', () => {
  it('GCM-003 GCM-004 reads a default with its regions and how long tags wait', () => {
    expect(
      read('default', { ad_storage: 'denied', region: ['ES', 'US-AK', '<b>'], wait_for_update: 500 }),
    ).toEqual({
      queue: 'dataLayer',
      command: 'default',
      says: { ad_storage: 'denied' },
      regions: ['ES', 'US-AK'],
      waitForUpdate: 500,
    });
  });

  it('VND-MSUET-001 reads the queue of Microsoft alike', () => {
    expect(read('update', { ad_storage: 'granted' }, 'uetq')).toEqual({
      queue: 'uetq',
      command: 'update',
      says: { ad_storage: 'granted' },
    });
  });

  it('calls unknown what is neither granted nor denied, and keeps nothing else of a command', () => {
    expect(read('update', { ad_storage: true, user_id: 'jane', analytics_storage: 'Granted' })?.says).toEqual(
      {
        ad_storage: 'unknown',
        analytics_storage: 'unknown',
      },
    );
  });

  it.each([
    ['half of an object', '{"ad_storage":'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a number', '7'],
  ])('survives fields that are %s', (_, fields) => {
    expect(read('default', fields)?.says).toEqual({});
  });

  it('takes no other command for one', () => {
    expect(read('set', {})).toBeUndefined();
    expect(readConsentCommand({})).toBeUndefined();
  });
});
