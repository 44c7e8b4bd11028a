import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/data/open-source';

const DIRTY = `customer,date,amount,note
Anna,2024-01-05,10,fine
,2024-01-06,20,no customer
Bert,soon,30,"a ""quoted"" note, with a comma"
Cleo,2024-01-07,much,x
=SUM(A1),never,1,starts like a formula
Dora,2024-01-08,40,fine
Dora,2024-01-09,50,fine
Anna,2024-01-10,60,fine
`;

async function rejected(input: Parameters<typeof openSource>[0]): Promise<string> {
  const source = await openSource(input);
  try {
    return await (await source.rejectedRows()).text();
  } finally {
    await source.close();
  }
}

describe('rejected rows', () => {
  it('come as CSV with the reason, the line and the row as it stood, safe for a spreadsheet', async () => {
    expect(await rejected(new Blob([DIRTY]))).toBe(
      [
        'reason,line,row',
        'missing-customer,3,",2024-01-06,20,no customer"',
        'bad-date,4,"Bert,soon,30,""a """"quoted"""" note, with a comma"""',
        'bad-amount,5,"Cleo,2024-01-07,much,x"',
        'bad-date,6,"\'=SUM(A1),never,1,starts like a formula"',
        '',
      ].join('\r\n'),
    );
  });

  it('are all there, also where there are very many, and once where reading had to begin again', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `,${i % 2 ? '03/04/2024' : '04/03/2024'},${i}`);
    const text = `customer,date,amount\n${rows.join('\n')}\nA,13/01/2024,1\nA,14/02/2024,2\n`;
    const lines = (await rejected(new Blob([text]))).trimEnd().split('\r\n');
    expect(lines).toHaveLength(60_001);
    expect(lines[60_000]).toBe(`missing-customer,60001,",03/04/2024,59999"`);
  });

  it('come from tables in memory and from streams as well', async () => {
    const rows = [
      { customer: 'A', date: '2024-01-05', amount: 1 },
      { customer: '', date: '2024-01-05', amount: 2 },
    ];
    expect(await rejected(rows)).toContain('missing-customer,2,');
    expect(await rejected(new Response(DIRTY))).toContain('bad-amount,5,');
  });

  it('are none but the header where all are used', async () => {
    expect(await rejected([{ customer: 'A', date: '2024-01-05', amount: 1 }])).toBe('reason,line,row\r\n');
  });

  it('are refused once the source is closed', async () => {
    const source = await openSource([{ customer: 'A', date: '2024-01-05', amount: 1 }]);
    await source.close();
    await expect(source.rejectedRows()).rejects.toMatchObject({ code: 'closed' });
  });
});
