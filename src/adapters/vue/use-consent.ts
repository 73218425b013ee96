import { onBeforeUnmount, onMounted, type ShallowRef, shallowRef } from 'vue';
import { type Consent, getConsent, NOTHING_GRANTED, subscribe } from '../consent-store.ts';

/** What counts for the visitor now; nothing is granted on a server and until the component is mounted. */
export function useConsent(): Readonly<ShallowRef<Consent>> {
  const consent = shallowRef(NOTHING_GRANTED);
  const update = () => {
    consent.value = getConsent();
  };
  let stop: (() => void) | undefined;
  onMounted(() => {
    stop = subscribe(update);
    update();
  });
  onBeforeUnmount(() => stop?.());
  return consent;
}
