import { templateOf } from './page-template.ts';

/** Addresses that wait for their turn: what was visited least comes next. */
export interface TemplatePool {
  add(url: string): void;
  /** A page of this template is visited without having waited. */
  count(url: string): void;
  /** The next page: of the section with the fewest visits, of its template with the fewest; the earliest where they are even. */
  take(): string | undefined;
  size(): number;
}

interface Template {
  readonly waiting: string[];
  visits: number;
}

interface Section {
  readonly templates: Map<string, Template>;
  visits: number;
}

const fewest = <Item extends { readonly visits: number }>(items: readonly Item[]): Item | undefined =>
  items.reduce<Item | undefined>(
    (best, item) => (best && best.visits <= item.visits ? best : item),
    undefined,
  );

const waitsIn = ({ templates }: Section) =>
  [...templates.values()].filter(({ waiting }) => waiting.length > 0);

/** Makes an empty pool. */
export function createTemplatePool(): TemplatePool {
  const sections = new Map<string, Section>();
  let size = 0;

  function find(url: string): { section: Section; template: Template } {
    const { section: name, shape } = templateOf(url);
    const section = sections.get(name) ?? { templates: new Map(), visits: 0 };
    sections.set(name, section);
    const template = section.templates.get(shape) ?? { waiting: [], visits: 0 };
    section.templates.set(shape, template);
    return { section, template };
  }

  return {
    add(url) {
      find(url).template.waiting.push(url);
      size += 1;
    },
    count(url) {
      const { section, template } = find(url);
      section.visits += 1;
      template.visits += 1;
    },
    take() {
      const section = fewest([...sections.values()].filter((one) => waitsIn(one).length > 0));
      const template = section && fewest(waitsIn(section));
      if (!section || !template) return undefined;
      section.visits += 1;
      template.visits += 1;
      size -= 1;
      return template.waiting.shift();
    },
    size: () => size,
  };
}
