import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isServiceGranted } from '../../../model/gate.ts';
import type { RuntimeService } from '../../../model/runtime-config.ts';
import { type Draft, setPurpose } from '../draft.ts';
import { isOn, setService } from './draft-services.ts';

const service = (id: string, ...purposes: string[]): RuntimeService => ({
  id,
  name: id,
  purposes,
  hosts: [],
  embed: false,
  revision: '',
});
const [a, b, c] = [service('a', 'x'), service('b', 'x'), service('c', 'x', 'y')];
const services = [a, b, c] as const;
const nothing = (): Draft => ({ purposes: { x: 'denied', y: 'denied' }, services: {} });

/** One press of a switch: of a purpose, or of a service under a purpose. */
const press = fc.oneof(
  fc.record({ purpose: fc.constantFrom('x', 'y'), on: fc.boolean() }),
  fc
    .constantFrom(...services.flatMap((moved) => moved.purposes.map((purpose) => ({ purpose, moved }))))
    .chain((under) =>
      fc.record({
        ...Object.fromEntries(Object.entries(under).map(([k, v]) => [k, fc.constant(v)])),
        on: fc.boolean(),
      }),
    ),
) as fc.Arbitrary<{ purpose: string; moved?: RuntimeService; on: boolean }>;

describe('the switches', () => {
  it('LAW-L2-003 after any presses, what would be saved lets run exactly the services that are shown as on', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        const draft = nothing();
        for (const { purpose, moved, on } of presses) {
          if (moved) setService(draft, services, purpose, moved, on);
          else setPurpose(draft, services, purpose, on);
        }
        const config = {
          purposes: ['x', 'y'].map((id) => ({ id, required: false, revision: '' })),
          regime: { id: 'eu', mode: 'opt-in' as const, gpc: 'keep' as const },
        };
        for (const one of services) expect(isServiceGranted(config, draft, one)).toBe(isOn(draft, one));
      }),
    );
  });

  it('LAW-L2-001 a service moves alone', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 6 }), fc.boolean(), (presses, on) => {
        const draft = nothing();
        for (const { purpose, moved, on: way } of presses) {
          if (moved) setService(draft, services, purpose, moved, way);
          else setPurpose(draft, services, purpose, way);
        }
        const before = [isOn(draft, b), isOn(draft, c)];
        setService(draft, services, 'x', a, on);
        expect(isOn(draft, a)).toBe(on);
        expect([isOn(draft, b), isOn(draft, c)]).toEqual(before);
      }),
    );
  });

  it('a purpose moves its services, and is on as long as one of them is', () => {
    const draft = nothing();
    setPurpose(draft, services, 'x', true);
    expect([isOn(draft, a), isOn(draft, b), isOn(draft, c)]).toEqual([true, true, false]);
    setService(draft, services, 'x', a, false);
    expect(draft).toEqual({ purposes: { x: 'granted', y: 'denied' }, services: { a: 'denied' } });
    setService(draft, services, 'x', b, false);
    expect(draft).toEqual(nothing());
  });
});
