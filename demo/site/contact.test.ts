import { describe, expect, it } from 'vitest';
import { checkContact } from './contact.ts';

const filled = { name: 'Ada', email: 'ada@example.org', message: 'Hello' };
const check = (fields: Record<string, string>) => checkContact(new URLSearchParams(fields));

describe('checkContact', () => {
  it.each([{ 'g-recaptcha-response': 'token' }, { sum: '7' }, { sum: ' Seven ' }])(
    'lets a person through who proves it with %j',
    (proof) => expect(check({ ...filled, ...proof })).toEqual({}),
  );

  it.each([{}, { sum: '8' }, { sum: '77' }, { 'g-recaptcha-response': '  ' }])(
    'asks for a proof after %j',
    (proof) => expect(Object.keys(check({ ...filled, ...proof }))).toEqual(['proof']),
  );

  it.each(['', 'ada', 'ada@', '@example.org', 'a b@example.org', 'a@b@c'])(
    'refuses the address %j',
    (email) => {
      expect(Object.keys(check({ ...filled, email, sum: '7' }))).toEqual(['email']);
    },
  );

  it('names everything that is missing', () => {
    expect(Object.keys(check({ name: ' ' }))).toEqual(['name', 'email', 'message', 'proof']);
  });
});
