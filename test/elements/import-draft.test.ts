import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/data/inspect';
import {
  columnOf,
  isOpen,
  newDraft,
  partOfColumn,
  partState,
  strangers,
  withColumn,
  withDimension,
  withReading,
} from '../../src/elements/import/draft';
import { settingsOf } from '../../src/elements/import/source-settings';

const LINES = new Blob([
  'CustomerID,InvoiceDate,Quantity,UnitPrice,InvoiceNo,Country\n1,2024-01-05,2,3.5,A1,UK\n2,2024-02-05,1,2,A2,FR\n',
]);

describe('a file that is being mapped', () => {
  it('shows a product as two columns, and one column once another is chosen', async () => {
    const draft = newDraft('lines.csv', LINES);
    const seen = await inspect(LINES);
    expect([columnOf('amount', seen), columnOf('times', seen)]).toEqual(['Quantity', 'UnitPrice']);
    expect(withColumn(draft, 'amount', 'UnitPrice', seen).mapping.amount).toBe('UnitPrice');
    expect(withColumn(draft, 'times', '', seen).mapping.amount).toBe('Quantity');
    expect(withColumn(draft, 'times', 'Country', seen).mapping.amount).toBe('Quantity*Country');
  });

  it('says which part each column plays, and whether that is chosen or guessed', async () => {
    const seen = await inspect(LINES, { customer: 'CustomerID' });
    const draft = { ...newDraft('lines.csv', LINES), mapping: { customer: 'CustomerID' } };
    expect(Object.fromEntries(partOfColumn(seen))).toEqual({
      CustomerID: 'customer',
      InvoiceDate: 'date',
      Quantity: 'amount',
      UnitPrice: 'times',
      InvoiceNo: 'order',
    });
    expect(partState('customer', draft, seen)).toBe('chosen');
    expect(partState('date', draft, seen)).toBe('sure');
    expect(partState('profit', draft, seen)).toBe('none');
  });

  it('names the columns of a saved mapping that the file does not have', async () => {
    const seen = await inspect(LINES);
    const mapping = {
      customer: 'CustomerID',
      amount: 'Quantity*Price',
      order: '',
      dimensions: ['Country', 'Region'],
    };
    expect(strangers({ ...newDraft('lines.csv', LINES), mapping }, seen)).toEqual(['Price', 'Region']);
    expect(strangers(newDraft('lines.csv', LINES), seen)).toEqual([]);
  });

  it('is open as long as a needed column or the order of day and month is', async () => {
    const unclear = new Blob(['a,b,c\nx,2024-01-05,1\n']);
    expect(isOpen(newDraft('', unclear), await inspect(unclear))).toBe(true);
    const eitherWay = new Blob(['customer,date,amount\nx,03/04/2024,1\n']);
    const draft = newDraft('', eitherWay);
    const seen = await inspect(eitherWay);
    expect(isOpen(draft, seen)).toBe(true);
    expect(isOpen(withReading(draft, 'dateFormat', 'mdy'), seen)).toBe(false);
  });

  it('sets the source to what the form shows, and leaves to the file what nobody chose', async () => {
    const chosen = withDimension(withReading(newDraft('lines.csv', LINES), 'decimal', '.'), 'Country', true);
    const settings = settingsOf(chosen, await inspect(LINES, chosen.mapping));
    expect(settings).toMatchObject({
      data: LINES,
      src: null,
      customer: 'CustomerID',
      amount: 'Quantity*UnitPrice',
      order: 'InvoiceNo',
      profit: '',
      dimensions: ['Country'],
      decimal: '.',
      encoding: null,
      dateFormat: null,
    });
  });

  it('forgets a way of reading that is taken back', () => {
    const draft = withReading(newDraft('', LINES), 'encoding', 'big5');
    expect(withReading(draft, 'encoding', '').reading).toEqual({});
    expect(withDimension(withDimension(draft, 'a', true), 'a', false).mapping.dimensions).toEqual([]);
  });
});
