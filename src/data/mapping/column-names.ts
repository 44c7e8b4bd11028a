/** The parts a column can play, with what it is called in the languages of the contract. */
export type Role = 'customer' | 'date' | 'amount' | 'order' | 'profit' | 'quantity' | 'price';

/**
 * Names are compared in lower case, without accents, blanks and signs. The first pattern that fits weighs most; a
 * name that says more than needed (`customer name`) weighs less than the bare one.
 */
const PATTERNS: Record<Role, readonly RegExp[]> = {
  customer: [
    /^(customer|cust|client|user|buyer|member)_?unique_?id$/,
    /^(customer|cust|client|user|buyer|member|shopper|household|account|guest|consumer)_?(id|no|nr|num|number|key|code|uid)$/,
    /^(kunden?|kaufer)(nr|nummer|id|no|kennung)?$/,
    /^(n|no|num|numero|id|code)?_?(de_?)?(client|cliente|acheteur|comprador|membre)(_?id)?$/,
    /^(客户|顾客|会员|买家|用户|客戶|顧客|會員|お客様|得意先)(编号|编码|id|号|代码|番号|コード|no|編號)?$/,
    /^(customer|client|user|buyer|member|shopper|household|account)s?$/,
    /(customer|client|user|buyer|member|household|kunde|cliente|客户|顾客|会员|买家|用户|顧客)/,
    /^e?mail(_?address)?$/,
  ],
  date: [
    /^(order|invoice|purchase|transaction|sales?|trans|payment|created)_?(date|day|datetime|timestamp|time|at|on)$/,
    /^(date|datum|fecha|data|day|日期|日付|年月日)$/,
    /^(kauf|bestell|rechnungs|auftrags|buchungs)(datum|tag)$/,
    /^(date|fecha|data)_?(de_?|da_?|del?_?|du_?|d)?_?(la_?)?(commande|achat|pedido|compra|venta|venda|factura|facture)$/,
    /(日期|时间|時間|下单|購入日|注文日|売上日|成交)/,
    /(date|datum|fecha|timestamp|datetime)/,
    /^(time|at|when)$/,
  ],
  amount: [
    /^(amount|revenue|sales|total|turnover|spend|spent|value|netamount|grossamount|umsatz|betrag|montant|importe|valor|monto|total_?amount)$/,
    /^(sales|order|dollar|transaction|purchase|line|net|gross|total|payment|invoice)_?(amount|value|total|revenue|sales|price|usd|eur)$/,
    /^(umsatz|betrag|gesamt|summe|netto|brutto)/,
    /^(chiffredaffaires|prix_?total|ventes|ventas|vendas|faturamento|receita|total_?venta)/,
    /(金额|金額|销售额|銷售額|成交额|实付|支付|売上|総額)/,
    /(amount|revenue|sales|turnover|umsatz|montant|importe)/,
    /^(price|preis|prix|precio|preco|价格|価格)$/,
  ],
  order: [
    /^(order|invoice|transaction|trans|basket|receipt|ticket|sale|bill|purchase)_?(id|no|nr|num|number|key|code)$/,
    /^(bestell|auftrags|rechnungs|beleg|bon)(nr|nummer|id)$/,
    /^(n|no|num|numero|id)_?(de_?)?_?(commande|pedido|factura|facture|orden|compra)$/,
    /^(订单|单据|发票|小票|訂單|注文|伝票)(编号|号|id|番号|no|編號|号码)?$/,
    /^(order|invoice|basket|receipt|transaction)$/,
    /^name$/,
  ],
  profit: [
    /^(profit|margin|gewinn|deckungsbeitrag|marge|ganancia|beneficio|lucro|margem|利润|毛利|利益|粗利)$/,
    /^(gross|net|contribution)_?(profit|margin)$/,
  ],
  quantity: [
    /^(quantity|qty|units|pieces|menge|anzahl|stuck|quantite|cantidad|quantidade|数量|件数|個数)$/,
    /^(order|item)_?(quantity|qty)$/,
  ],
  price: [
    /^(unit_?price|price|item_?price|price_?each|einzelpreis|stuckpreis|preis|prix_?unitaire|precio_?unitario|preco_?unitario|单价|單價|単価)$/,
  ],
};

/** How well a column's name fits a role: 0 not at all, 1 best. */
export function nameFit(name: string, role: Role): number {
  const plain = normalize(name);
  const patterns = PATTERNS[role];
  const index = patterns.findIndex((pattern) => pattern.test(plain));
  return index < 0 ? 0 : 1 - (0.7 * index) / patterns.length;
}

/** Whether a name says that its column holds ids, and not those of places. */
export function isIdName(name: string): boolean {
  const plain = normalize(name);
  return (
    /(^|_)(id|uid|uuid|nr|no|num|number|key|code|nummer)$|(编号|编码|番号|id)$/.test(plain) &&
    !/(zip|post|plz|cep|city|state|country|region|area|phone|tel|tax)/.test(plain)
  );
}

/** `OrderDate`, `order date` and `Order-Date` are one name; what stands in brackets does not count. */
function normalize(name: string): string {
  return name
    .replace(/[(（[].*?[)）\]]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(kunden|bestell|auftrags|rechnungs|kauf|kaufer)_/, '$1');
}
