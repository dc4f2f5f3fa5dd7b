"""English."""

from ..table import WordTable

FILTERS = """
status open closing: open, currently open, still open, open now, active
status closing: closing soon, about to close, closing shortly, ending soon
status forthcoming: forthcoming, upcoming, opening soon, coming soon, not yet open, not open yet, future
status closed: closed, expired, past
status evaluation: under evaluation
status suspended: suspended
deadline none: no deadline, without deadline, without a deadline, with no deadline, always open, no
    closing date, without closing date
beneficiary cooperative: cooperatives, cooperative, coop, coops, co op, co ops, co operative, co
    operatives, non profit, nonprofit, not for profit, non profits, nonprofits
beneficiary cooperative: social cooperative, social cooperatives, social coop, social coops, social co op,
    social co ops
beneficiary cooperative: worker cooperative, worker cooperatives, workers cooperative, worker coop
beneficiary cooperative: agricultural cooperative, agricultural cooperatives, farming cooperative, farming
    cooperatives
beneficiary cooperative: community cooperative, community cooperatives, cultural cooperative, cultural
    cooperatives
beneficiary cooperative: association, associations, cultural association, cultural associations, non
    profit association, non profit associations, charity, charities, ngo, ngos, third sector, third sector
    bodies, voluntary organisation, voluntary organisations
beneficiary cooperative: foundation, foundations
beneficiary cooperative enterprise: social enterprise, social enterprises
beneficiary enterprise: sole trader, sole traders
beneficiary enterprise: limited company, limited companies
beneficiary enterprise: enterprises, enterprise, businesses, business, companies, company, firms
beneficiary consortium: consortium, consortia
beneficiary enterprise-network: network of enterprises, networks of enterprises, business networks,
    business network
beneficiary public-body: public body, municipality, municipalities, local authority, local authorities,
    local government
beneficiary innovative-sme: innovative startup, innovative startups, innovative start up, innovative start
    ups, innovative smes, innovative sme
beneficiary new-enterprise: new enterprise, new enterprises, new business, new businesses, new company,
    new companies
beneficiary new-youth-enterprise youth-enterprise: young entrepreneurs, youth enterprises, businesses run
    by young people
beneficiary new-women-enterprise women-enterprise: women entrepreneurs, women's enterprises, women's
    businesses, women owned business, women owned businesses, female founders, businesses of women, female
    entrepreneurs, women led businesses, businesses run by women
beneficiary professional: professional, freelancers, freelancer, freelance, self employed
beneficiary university: university, universities, research bodies, research centres, research organisations
beneficiary citizen: citizen
size micro: micro enterprises, microenterprise, microenterprises, micro businesses, micro business
size small: small enterprises, small business, small businesses, small companies
size medium: medium enterprises, medium sized enterprises
size large: large enterprises, large companies
size micro small medium: sme, smes, small and medium enterprises, small and medium sized enterprises
sector agriculture: agriculture, farming, farms, fishing, forestry
sector food: agrifood, food
sector hotels: hotel, accommodation
sector crafts: craft, artisans
sector trade: commerce, retail
sector culture: cultural sector, culture sector
sector construction: building sector
sector fashion: fashion, textiles
sector restaurants: restaurant, catering
sector tourism: tourism sector
purpose liquidity: liquidity
purpose internationalisation: internationalization, going abroad
purpose innovation: innovation, research and innovation, research and development
purpose digitalisation: digitalization, digitisation, digitization, digital transition, digital
    transformation
purpose green-transition: green transition
purpose company-crisis: company crisis
purpose social-inclusion: social inclusion
purpose youth-enterprise: youth entrepreneurship
purpose women-enterprise: women's entrepreneurship, female entrepreneurship
aid grant: non repayable, non repayable grants, non refundable grant, non refundable grants
aid loan: loan, loans, soft loan, soft loans, low interest loan, low interest loans, interest free loan,
    interest free loans
aid tax-relief: tax credit, tax credits, tax break, tax breaks
aid equity: equity, venture capital
aid guarantee: guarantees
territory special-economic-zone: zes, special economic zone
region IT: all of Italy, all over Italy, whole of Italy, nationwide, national
region ITC1: Piedmontese
region ITC2: Val d'Aosta
region ITC4: Milan, Lombard, Mantua
region ITC1: Turin
region ITC3: Genoa
region ITH1 ITH2: Trentino Alto Adige, Trentino South Tyrol
region ITH1: South Tyrol, Alto Adige, Südtirol
region ITH2: Trentino
region ITH3: Venice, Padua
region ITH4: Friuli
region ITH5: Romagna
region ITI1: Florence, Leghorn, Tuscan
region ITI4: Rome
region ITF3: Naples
region ITF4: Puglia, Apulian
region ITG1: Sicilian, Syracuse
region ITG2: Sardinian
region ITF1 ITF2 ITF3 ITF4 ITF5 ITF6 ITG1 ITG2: Mezzogiorno, southern Italy, the South, South of Italy,
    South Italy, Italian South
"""

KEPT = """
open source, open data, open innovation, open access, open air, open science, show business,
business plan, business plans, business angel, business angels, active citizenship, active ageing, rome
    convention, food waste, guarantee fund
"""

SPANS = """
today: today
tomorrow: tomorrow
this-week: this week
next-week: next week
this-month: this month
next-month: next month
this-year: this year
next-year: next year
end-week: end of the week, the end of the week, end of this week
end-month: end of the month, the end of the month, month end, end of this month
end-year: end of the year, the end of the year, year end, end of this year
"""

TABLE = WordTable(
    filters=FILTERS,
    kept=KEPT,
    generic="call, calls, grant, grants, funding, funds, fund, money, incentive, incentives, aid, "
    "support, opportunity, "
    "opportunities, scheme, schemes, contribution, contributions, finance, subsidy, subsidies, "
    "sheet, sheets",
    linking="a, an, the, for, in, at, of, on, to, from, by, with, and, or, that, which, sector, region, "
    "province, based, are, is, "
    "aimed, open to, worth, our, my, its, area",
    asking="what, which, who, where, when, how, there, are, is, find, get, getting, obtain, look, "
    "looking, search, want, need, "
    "would, like, can, could, do, does, any, some, show, give, me, us, pays, pay, paid, apply, "
    "applying, list, all, available, please, i, we, have, currently, now",
    at="at, near, town of, city of, municipality of, province of, based in",
    near="in, for, of, from, around",
    negations="not, no, except, excluding, without, outside, but",
    least="above, over, at least, more than, from, minimum, minimum of, no less than, not less than, "
    "exceeding, larger than, "
    "bigger than, starting from, starting at, of at least",
    most="up to, under, below, at most, less than, no more than, not more than, maximum, maximum of, "
    "max, smaller than, within",
    between="from to, between and",
    counted="people, employees, members, years, inhabitants, hours, workers, days, months, weeks, weeks, "
    "students, jobs, "
    "businesses, enterprises, cooperatives, km, points",
    months="january/jan, february/feb, march, april/apr, may, june/jun, july/jul, august/aug, "
    "september/sept/sep, october/oct, "
    "november/nov, december/dec",
    ambiguous_months="march, may, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec",
    closing="close, closes, closing, close on, deadline, deadlines, due, expire, expires, expiring, that "
    "close, that expire, "
    "which close, ending, end, ends, with deadline, closing date, with a deadline",
    opening="opening, opens, that open, which open, opening date",
    by="by, by the, until, until the, till, up to, no later than, within, on or before",
    before="before, before the, earlier than",
    since="from, from the, since, starting, starting from, not before",
    after="after, after the, later than",
    on="in, on, on the, at, at the, during, for, of",
    within="within, in, in the next, within the next, over the next, in the coming, next, coming",
    spans=SPANS,
    units="""
day: days, day
week: weeks, week
month: months, month
""",
    ordinals="st, nd, rd, th",
    plan_parts="""
mission: mission
component: component
I: investment
R: reform
""",
    questions="""
closes: deadline, closing date, when does close, when closes, when is the deadline, by when, when does it
    close, close, closes
opens: when does open, when opens, opening date, opens
amount: how much, how much does pay, how much does give, amount, maximum grant, pay
beneficiary: who can apply, who may apply, who is eligible, eligibility, beneficiaries, who is it for
region: which regions, in which regions
cost: eligible costs, eligible expenses, which costs, what does it pay for
grantor: who pays, who funds, who gives
application: how to apply, how do I apply, where to apply
budget: budget
""",
)
