import { note } from '../debug/debug-log.ts';
import { addSignal, type IsGranted, statesFor } from '../signal.ts';

type Clarity = ((...command: unknown[]) => void) & { q?: unknown[] };

function tell(isGranted: IsGranted): void {
  const page = window as { clarity?: Clarity };
  // The queue of Clarity's own snippet, which keeps one that is there.
  page.clarity ??= (...command) => {
    const own = page.clarity as Clarity;
    own.q ??= [];
    own.q.push(command);
  };
  const states = statesFor('microsoft-clarity', isGranted);
  page.clarity('consentv2', states);
  note('signal', ['microsoft-clarity', 'consentv2', states]);
}

/** Microsoft Clarity: `consentv2` with `ad_Storage` and `analytics_Storage`, on every choice (VND-CLARITY-001). */
addSignal({ start: tell, update: tell });
