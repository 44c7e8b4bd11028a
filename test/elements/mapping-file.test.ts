import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/data/inspect';
import { newDraft, withReading } from '../../src/elements/import/draft';
import { mappingFile, partMapping } from '../../src/elements/import/mapping-file';

const file = (text: string, name: string): File => new File([text], name);
const ORDERS = file('who,day,paid,shop\nAnna,03/04/2024,10,x\n', 'may.csv');
const MAPPING = { customer: 'who', date: 'day', amount: 'paid', dimensions: ['shop'] };

describe('a mapping file', () => {
  it('holds what stands in the form, and is found among the files that it is dropped with', async () => {
    const draft = withReading({ ...newDraft('may.csv', ORDERS), mapping: MAPPING }, 'dateFormat', 'mdy');
    const saved = mappingFile(draft, await inspect(ORDERS, MAPPING));
    const june = file('who,day,paid,shop\nBert,03/05/2024,10,y\n', 'june.csv');
    const parted = await partMapping([june, file(await saved.text(), 'may.csv.mapping.json')]);
    expect(parted.data).toEqual([june]);
    // No order and no profit were chosen as well: they are not guessed anew.
    expect(parted.saved).toEqual({
      mapping: { ...MAPPING, order: '', profit: '' },
      reading: { dateFormat: 'mdy' },
    });
  });

  it('is not seen in data, in other files, or in one that is spoilt', async () => {
    const others = [
      file('[{"customer":"a","date":"2024-01-01","amount":1}]', 'rows.json'),
      file('{"kind":"rfm-kit mapping",', 'cut.json'),
      file('{"kind":"rfm-kit mapping"}', 'mapping.csv'),
      file('null', 'null.json'),
    ];
    expect(await partMapping(others)).toEqual({ saved: null, data: others });
  });

  it('is believed only as far as it holds texts', async () => {
    const odd =
      '{"kind":"rfm-kit mapping","mapping":{"customer":5,"date":"d","__proto__":{"amount":"x"},"dimensions":["a",1]},"reading":{"decimal":",","evil":"x"}}';
    expect((await partMapping([file(odd, 'odd.json')])).saved).toEqual({
      mapping: { date: 'd', dimensions: ['a'] },
      reading: { decimal: ',' },
    });
  });
});
