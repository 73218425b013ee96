import { h, onBeforeUnmount, type ShallowRef, shallowRef, type VNode, watch } from 'vue';

/**
 * Renders a host with `markup` in the HTML of a server, which the browser keeps, and `mount` in the browser, called again when
 * the markup changes. Vue must not own what is inside: the runtime replaces it, before hydration too.
 */
export function useHost(
  markup: () => string,
  mount: (host: Element) => () => void,
  attributes: Readonly<Record<string, unknown>> = {},
): () => VNode {
  const host: ShallowRef<Element | null> = shallowRef(null);
  let stop: (() => void) | undefined;
  const start = () => {
    stop?.();
    stop = host.value ? mount(host.value) : undefined;
  };
  watch([host, markup], start, { flush: 'post' });
  onBeforeUnmount(() => stop?.());
  return () =>
    typeof document === 'undefined'
      ? h('div', { ...attributes, innerHTML: markup() })
      : h('div', { ...attributes, ref: host });
}
