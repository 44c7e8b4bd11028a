import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../src/data/read/encoding';
import { detectFormat } from '../../../src/data/read/format';
import { RfmError } from '../../../src/util/rfm-error';
import { seeded } from '../support/dirty-file';
import { encoder } from '../support/encoder';
import { readText } from '../support/read-text';

const utf16 = (text: string, big = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return big ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** Tables of shops, in the encodings of their countries. */
const SHOPS: readonly (readonly [string, string, string[]])[] = [
  ['gb18030', '客户,日期,金额', ['王伟', '李娜', '张敏', '刘洋', '陈静']],
  ['big5', '客戶編號,日期,金額', ['陳怡君', '林志明', '黃美玲', '張家豪', '李淑芬']],
  ['shift_jis', '顧客番号,購入日,金額', ['佐藤 太郎', '鈴木 花子', '高橋 健一', '田中 さくら']],
  ['euc-jp', '顧客番号,購入日,金額', ['佐藤 太郎', '鈴木 さくら', '高橋 健一', '田中 ユキ']],
  ['euc-kr', '고객번호,날짜,금액', ['김민수', '이영희', '박지훈', '최수진', '정우성']],
];

/** Names, towns and goods as tables of shops have them. */
const WORDS: readonly (readonly [string, string])[] = [
  [
    'gb18030',
    '王伟 李娜 张敏 刘洋 陈静 杨柳 赵磊 黄勇 周杰 吴芳 徐强 孙丽 马超 朱军 胡兵 郭涛 何平 林峰 高翔 罗兰 梁朝 北京 上海 广州 深圳 成都 武汉 已完成 退款 手机壳 蓝色 连衣裙 运动鞋 笔记本 充电器 牛奶 面包',
  ],
  [
    'big5',
    '陳怡君 林志明 黃美玲 張家豪 李淑芬 王建國 吳佩珊 劉俊傑 蔡依婷 楊雅雯 許志偉 鄭文彬 謝欣怡 台北 高雄 台中 桃園 新竹 香港 已完成 退款 手機殼 藍色 連衣裙 運動鞋 筆記本 充電器 牛奶 麵包',
  ],
  [
    'shift_jis',
    '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 太郎 花子 健一 美咲 さくら ゆき 東京 大阪 名古屋 札幌 福岡 横浜 完了 返品 スマホケース 青い ワンピース 運動靴 ノート 充電器 牛乳 パン',
  ],
  [
    'euc-jp',
    '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 太郎 花子 健一 美咲 さくら ゆき 東京 大阪 名古屋 札幌 福岡 横浜 完了 返品 スマホケース 青い ワンピース 運動靴 ノート 充電器 牛乳 パン',
  ],
  [
    'euc-kr',
    '김민수 이영희 박지훈 최수진 정우성 강동원 조인성 윤아 장미 임창정 한지민 오연서 서울 부산 대구 인천 광주 대전 완료 환불 휴대폰 파란색 원피스 운동화 노트북 충전기 우유 빵',
  ],
  [
    'windows-1252',
    'Müller Größe Köln Straße Jürgen Björn Käse Brötchen Übung Ärger café crème déjà Noël façade Peña Muñoz São João maçã coração año niño señor Ångström smörgås naïve Zoë Sørensen Åse Hélène François Société Gemüse Präsent',
  ],
];

const mapping = { customer: 'id', date: 'date', amount: 'amount' };

describe('the encoding', () => {
  it('is told by marks, by zeros, by validity', () => {
    expect(detectEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), undefined)).toBe('utf-8');
    expect(detectEncoding(Uint8Array.of(0xff, 0xfe, 0x61, 0), undefined)).toBe('utf-16le');
    expect(detectEncoding(Uint8Array.of(0xfe, 0xff, 0, 0x61), undefined)).toBe('utf-16be');
    expect(detectEncoding(utf16('id;date;amount'), undefined)).toBe('utf-16le');
    expect(detectEncoding(utf16('id;date;amount', true), undefined)).toBe('utf-16be');
    expect(detectEncoding(new TextEncoder().encode('Größe 中文'), undefined)).toBe('utf-8');
    expect(detectEncoding(latin('Größe, Müller'), undefined)).toBe('windows-1252');
    expect(
      detectEncoding(Uint8Array.of(0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xc8, 0xd5, 0xc6, 0xda), undefined),
    ).toBe('gb18030');
  });

  it.each(SHOPS)('%s is told by two names, and by a whole table', (encoding, header, names) => {
    const written = encoder(encoding);
    const table = (rows: readonly string[]): string =>
      `${header}\n${rows.map((name, i) => `${name},2018-01-0${(i % 9) + 1},1`).join('\n')}\n`;
    expect(detectEncoding(written(names.slice(0, 2).join(',')), undefined)).toBe(encoding);
    expect(detectEncoding(written(table(names.slice(0, 3))), undefined)).toBe(encoding);
    const many = Array.from({ length: 400 }, (_, i) => names[i % names.length]!);
    expect(detectEncoding(written(table(many)), undefined)).toBe(encoding);
  });

  it.each(WORDS)('%s is mostly told by two words, always by twenty', (encoding, words) => {
    const written = encoder(encoding);
    const all = words.split(' ');
    const random = seeded(7);
    const told = (count: number): boolean => {
      const cells = Array.from({ length: count }, () => all[Math.floor(random() * all.length)]);
      const rows = cells.map((cell, i) => `${i},2018-01-0${(i % 9) + 1},${i}.5,${cell}`);
      return detectEncoding(written(`id,date,amount,name\n${rows.join('\n')}\n`), undefined) === encoding;
    };
    const share = (count: number): number =>
      Array.from({ length: 200 }, () => told(count)).filter(Boolean).length / 200;
    expect(share(2)).toBeGreaterThan(0.85);
    expect(share(20)).toBe(1);
  });

  it.each(SHOPS)(
    '%s is read as it stands, whatever the chunks, and as declared',
    async (encoding, header, names) => {
      const text = `${header}\n${names.map((name, i) => `${name},2018-01-0${i + 1},${i + 1}`).join('\n')}\n`;
      const [customer = '', date = '', amount = ''] = header.split(',');
      const named = { customer, date, amount };
      for (const [size, declared] of [
        [1, {}],
        [1000, {}],
        [7, { encoding }],
      ] as const) {
        const { rows, outcome } = await readText(encoder(encoding)(text), named, declared, size);
        expect(outcome.encoding).toBe(encoding);
        expect(rows.map(({ customer }) => customer)).toEqual(names);
      }
    },
  );

  it('of words with accents is not taken for Chinese, Japanese or Korean', () => {
    const words = [
      'Äpfel',
      'Écouteurs',
      'Über',
      'Zoë',
      'crème brûlée',
      '5 €',
      '£5',
      'n°3',
      'Muñoz',
      'São João',
      '“x”',
      'Größe',
    ];
    const written = encoder('windows-1252');
    for (const word of words)
      expect(detectEncoding(written(`id,date,amount\n${word},2018-01-01,1\n`), undefined)).toBe(
        'windows-1252',
      );
  });

  it('stays what the rest of the file is where one byte is spoilt', () => {
    const utf8 = new TextEncoder().encode('Müller,Größe\n'.repeat(100));
    utf8[1] = 0x6d;
    expect(detectEncoding(utf8, undefined)).toBe('utf-8');
    const gbk = encoder('gb18030')('王伟,李娜\n'.repeat(100));
    gbk[1] = 0x20;
    expect(detectEncoding(gbk, undefined)).toBe('gb18030');
  });

  it('is what the caller declares, by any of its names', () => {
    expect(detectEncoding(latin('abc'), 'latin1')).toBe('windows-1252');
    expect(detectEncoding(latin('abc'), 'GBK')).toBe('gbk');
    expect(() => detectEncoding(latin('abc'), 'klingon')).toThrow(RfmError);
  });

  it('is not fooled by a character that the sample cuts in two', () => {
    expect(detectEncoding(new TextEncoder().encode('aé').subarray(0, 2), undefined)).toBe('utf-8');
  });

  it('turns out as the file goes on: plain at first, then with umlauts', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i},2018-01-01,1`);
    rows.push('Müller,2018-01-01,1', 'Mäller,2018-01-01,1');
    const read = await readText(latin(`id,date,amount\n${rows.join('\n')}`), mapping);
    expect(read.restarts).toBe(1);
    expect(read.outcome.encoding).toBe('windows-1252');
    expect(read.rows.slice(-2).map(({ customer }) => customer)).toEqual(['Müller', 'Mäller']);
  });

  it('stays UTF-8 where one row is broken in a file that is otherwise', async () => {
    const text = new TextEncoder().encode('id,date,amount\nMüller,2018-01-01,1\n');
    const read = await readText(Uint8Array.of(...text, ...latin('Mäller,2018-01-01,1\n')), mapping, {
      encoding: 'utf-8',
    });
    expect(read.rows.map(({ customer }) => customer)).toEqual(['Müller', 'M\ufffdller']);
  });

  it('of every chunk size gives the same rows', async () => {
    const text = utf16('\ufeffid\tdate\tamount\r\nMüller\t1.2.2018\t1,50\r\n中\t31.1.2018\t2,50\r\n');
    for (const size of [1, 2, 3, 7, 1000]) {
      const { rows, outcome } = await readText(text, mapping, {}, size);
      expect(rows.map(({ customer, amount }) => [customer, amount])).toEqual([
        ['Müller', '1.5'],
        ['中', '2.5'],
      ]);
      expect(outcome).toMatchObject({
        encoding: 'utf-16le',
        decimal: ',',
        delimiter: '\t',
        dateFormat: 'dmy',
      });
    }
  });
});

describe('the format', () => {
  it.each([
    ['%PDF-1.7', /PDF/],
    ['PK\x03\x04', /Excel|ZIP/],
    ['\xd0\xcf\x11\xe0', /old Excel/],
    ['\x89PNG\r\n', /PNG/],
    ['\xff\xd8\xff\xe0', /JPEG/],
    ['PAR1', /Parquet/],
    ['SQLite format 3\0', /SQLite/],
    ['  <!DOCTYPE html><html>', /web page/],
    ['<?xml version="1.0"?>', /XML/],
    ['RIFF\x01\x00\x00\x00\x02\x00\x03\x04\x05\x06WEBP\x00\x00\x01', /not a text/],
  ])('%j is refused by its name', (start, message) => {
    expect(() => detectFormat(latin(start))).toThrow(message);
  });

  it('is told by content', () => {
    expect(detectFormat(latin('[{"a":1}]'))).toBe('json');
    expect(detectFormat(latin('{"a":1}\n{"a":2}'))).toBe('ndjson');
    expect(detectFormat(latin('a,b\n1,2'))).toBe('csv');
    expect(detectFormat(latin('ARROW1\0\0'))).toBe('arrow-file');
    expect(detectFormat(utf16('a,b\n1,2'))).toBe('csv');
  });
});

describe('a declared format', () => {
  const rows = '{"id",date,amount\na,2018-01-01,1\n';
  const named = { customer: '{"id"', date: 'date', amount: 'amount' };

  it('is believed among texts, whatever the content looks like', async () => {
    await expect(readText(rows, named)).rejects.toMatchObject({ code: 'file-unreadable' });
    for (const format of ['csv', 'CSV', 'tsv'])
      expect((await readText(rows, named, { format })).rows).toHaveLength(1);
    expect(
      (await readText('  {"id":"a","date":"2018-01-01","amount":1}', mapping, { format: 'ndjson' })).rows,
    ).toHaveLength(1);
  });

  it('is refused where the content is another, and where it is none', async () => {
    for (const [bytes, format] of [
      ['id,date,amount\na,2018-01-01,1\n', 'parquet'],
      ['PAR1 and so on', 'csv'],
      ['PK\x03\x04 and so on', 'json'],
      ['ARROW1\0\0', 'xlsx'],
    ] as const)
      await expect(readText(bytes, mapping, { format })).rejects.toMatchObject({
        code: 'format-unknown',
        message: expect.stringContaining(`said to be "${format}"`),
      });
    await expect(readText('%PDF-1.4', mapping, { format: 'csv' })).rejects.toMatchObject({
      message: expect.stringContaining('PDF'),
    });
    await expect(readText(rows, mapping, { format: 'dbase' })).rejects.toMatchObject({
      code: 'invalid-option',
    });
  });
});
