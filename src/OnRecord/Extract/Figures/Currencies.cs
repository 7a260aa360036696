namespace OnRecord.Extract.Figures;

/// <summary>Currencies by ISO 4217: codes, signs, and the names that nations share.</summary>
internal static class Currencies
{
    /// <summary>The codes in use, and those of currencies that ended and that news still names.</summary>
    public const string Codes = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XAG XAU XCD XDR XOF XPF YER ZAR ZMW ZWL BTC ETH DEM FRF ITL ESP NLG ATS BEF FIM PTE GRD IEP SKK SIT EEK LVL LTL HRK CYP MTL XEU";

    /// <summary>Signs that stand before a figure (or after it). The second value: whether currencies share the sign.</summary>
    public static (string Code, bool IsShared)? OfSign(int sign) => sign switch
    {
        '$' => ("USD", true),
        '£' => ("GBP", true),
        '€' => ("EUR", false),
        '¥' or '￥' => ("JPY", true),
        '₹' => ("INR", false),
        '₽' => ("RUB", false),
        '₩' => ("KRW", true),
        '₺' => ("TRY", false),
        '₪' => ("ILS", false),
        '₴' => ("UAH", false),
        '₦' => ("NGN", false),
        '₱' => ("PHP", false),
        '฿' => ("THB", false),
        '₫' => ("VND", false),
        '₡' => ("CRC", false),
        '₲' => ("PYG", false),
        '₵' => ("GHS", false),
        '₸' => ("KZT", false),
        '₭' => ("LAK", false),
        '₼' => ("AZN", false),
        '₾' => ("GEL", false),
        '₿' => ("BTC", false),
        '元' or '圆' => ("CNY", false),
        '円' => ("JPY", false),
        _ => null,
    };

    /// <summary>Letters against a dollar or pound sign: US$, C$, HK$, R$, E£.</summary>
    public static string? OfPrefix(string letters, int sign) => (letters, sign) switch
    {
        ("US" or "U.S." or "USD", '$') => "USD",
        ("C" or "CA" or "CAN" or "Can" or "CDN" or "Cdn" or "CAD" or "Cad" or "cad" or "c", '$') => "CAD",
        ("A" or "AU" or "AUD" or "Aud" or "aud" or "a", '$') => "AUD",
        ("NZ" or "NZD" or "nz", '$') => "NZD",
        ("HK" or "HKD" or "hk", '$') => "HKD",
        ("S" or "SG" or "SGD", '$') => "SGD",
        ("NT" or "nt", '$') => "TWD",
        ("R", '$') => "BRL",
        ("Mex" or "MX", '$') => "MXN",
        ("EC", '$') => "XCD",
        ("J", '$') => "JMD",
        ("TT", '$') => "TTD",
        ("Z", '$') => "ZWL",
        ("N", '$') => "NAD",
        ("B", '$') => "BND",
        ("E" or "EG", '£') => "EGP",
        ("IR" or "Ir", '£') => "IEP",
        ("LE", '£') => "EGP",
        // A code in full before the sign: "NZD$15", "mxn$ 15".
        ({ Length: 3 }, '$') when letters.ToUpperInvariant() is "NZD" or "MXN" or "TWD" or "SGD" or "HKD" or "BRL" or "ARS" or "CLP" or "COP" or "JMD" or "TTD" or "BBD" or "BSD" or "FJD" or "NAD" or "XCD" => letters.ToUpperInvariant(),
        _ => null,
    };

    // The names of money with the code that is meant when no nation is named; null: a name that says nothing alone.
    public static readonly (string Singular, string Plural, string Code, bool IsShared)[] Names =
    [
        ("dollar", "dollars", "USD", true), ("buck", "bucks", "USD", true), ("euro", "euros", "EUR", false), ("sterling", "sterling", "GBP", false), ("quid", "quid", "GBP", false), ("yen", "yens", "JPY", false),
        ("yuan", "yuan", "CNY", false), ("renminbi", "renminbi", "CNY", false), ("rmb", "rmb", "CNY", false), ("rouble", "roubles", "RUB", true), ("ruble", "rubles", "RUB", true), ("rupee", "rupees", "INR", true), ("franc", "francs", "CHF", true),
        ("krona", "kronor", "SEK", true), ("krone", "kroner", "NOK", true), ("peso", "pesos", "MXN", true), ("won", "won", "KRW", true), ("zloty", "zlotys", "PLN", false), ("zloties", "zlotych", "PLN", false), ("forint", "forints", "HUF", false), ("koruna", "korunas", "CZK", true), ("crown", "crowns", "CZK", true), ("hryvnia", "hryvnias", "UAH", false), ("hryvna", "hryvnas", "UAH", false),
        ("lira", "liras", "TRY", true), ("lire", "lire", "ITL", false), ("shekel", "shekels", "ILS", false), ("real", "reais", "BRL", true), ("rand", "rand", "ZAR", false), ("baht", "baht", "THB", false), ("ringgit", "ringgit", "MYR", false), ("rupiah", "rupiah", "IDR", false), ("dong", "dong", "VND", false), ("naira", "naira", "NGN", false), ("cedi", "cedis", "GHS", false), ("dirham", "dirhams", "AED", true), ("dinar", "dinars", "IQD", true), ("riyal", "riyals", "SAR", true), ("rial", "rials", "IRR", true), ("shilling", "shillings", "KES", true), ("taka", "taka", "BDT", false), ("afghani", "afghanis", "AFN", false), ("tenge", "tenge", "KZT", false), ("lari", "lari", "GEL", false), ("leu", "lei", "RON", true), ("lev", "leva", "BGN", false), ("kuna", "kunas", "HRK", false), ("birr", "birr", "ETB", false), ("kwacha", "kwacha", "ZMW", true), ("bolivar", "bolivars", "VES", false), ("bolivares", "bolívares", "VES", false), ("guarani", "guaranies", "PYG", false), ("quetzal", "quetzales", "GTQ", false), ("lempira", "lempiras", "HNL", false), ("colon", "colones", "CRC", true), ("balboa", "balboas", "PAB", false), ("gourde", "gourdes", "HTG", false), ("manat", "manats", "AZN", true), ("som", "soms", "KGS", true), ("tugrik", "tugriks", "MNT", false), ("kyat", "kyats", "MMK", false), ("riel", "riels", "KHR", false), ("kip", "kips", "LAK", false), ("pataca", "patacas", "MOP", false), ("ariary", "ariary", "MGA", false), ("kwanza", "kwanzas", "AOA", false), ("metical", "meticais", "MZN", false), ("pula", "pula", "BWP", false), ("dalasi", "dalasis", "GMD", false), ("bitcoin", "bitcoins", "BTC", false), ("lek", "leks", "ALL", false), ("denar", "denars", "MKD", false), ("dram", "drams", "AMD", false),
        ("deutschmark", "deutschmarks", "DEM", false), ("mark", "marks", "DEM", true), ("peseta", "pesetas", "ESP", false), ("escudo", "escudos", "PTE", true), ("drachma", "drachmas", "GRD", false), ("drachmas", "drachmae", "GRD", false), ("guilder", "guilders", "NLG", true), ("schilling", "schillings", "ATS", false), ("markka", "markkaa", "FIM", false), ("ecu", "ecus", "XEU", false), ("punt", "punts", "IEP", false), ("tolar", "tolars", "SIT", false), ("litas", "litas", "LTL", false), ("lats", "lats", "LVL", false),
    ];

    /// <summary>Adjectives of nations whose money shares a name, with the code of its money.</summary>
    public static readonly (string Adjective, string Code)[] Nations =
    [
        ("american", "USD"), ("canadian", "CAD"), ("australian", "AUD"), ("singapore", "SGD"), ("singaporean", "SGD"), ("taiwan", "TWD"), ("taiwanese", "TWD"), ("jamaican", "JMD"), ("fijian", "FJD"), ("bahamian", "BSD"), ("barbadian", "BBD"), ("liberian", "LRD"), ("namibian", "NAD"), ("zimbabwean", "ZWL"), ("zimbabwe", "ZWL"),
        ("british", "GBP"), ("egyptian", "EGP"), ("lebanese", "LBP"), ("syrian", "SYP"), ("sudanese", "SDG"), ("irish", "IEP"), ("cypriot", "CYP"), ("cyprus", "CYP"),
        ("swiss", "CHF"), ("french", "FRF"), ("belgian", "BEF"), ("congolese", "CDF"), ("rwandan", "RWF"), ("burundian", "BIF"), ("guinean", "GNF"), ("djiboutian", "DJF"), ("luxembourg", "BEF"),
        ("swedish", "SEK"), ("norwegian", "NOK"), ("danish", "DKK"), ("icelandic", "ISK"), ("czech", "CZK"), ("slovak", "SKK"), ("estonian", "EEK"),
        ("mexican", "MXN"), ("argentine", "ARS"), ("argentinian", "ARS"), ("chilean", "CLP"), ("colombian", "COP"), ("cuban", "CUP"), ("dominican", "DOP"), ("uruguayan", "UYU"), ("philippine", "PHP"), ("filipino", "PHP"),
        ("indian", "INR"), ("pakistani", "PKR"), ("nepalese", "NPR"), ("nepali", "NPR"), ("lankan", "LKR"), ("mauritian", "MUR"),
        ("russian", "RUB"), ("belarusian", "BYN"), ("soviet", "RUB"), ("turkish", "TRY"), ("italian", "ITL"), ("korean", "KRW"), ("emirati", "AED"), ("uae", "AED"), ("moroccan", "MAD"), ("kuwaiti", "KWD"), ("jordanian", "JOD"), ("iraqi", "IQD"), ("bahraini", "BHD"), ("serbian", "RSD"), ("algerian", "DZD"), ("libyan", "LYD"), ("tunisian", "TND"), ("yugoslav", "RSD"),
        ("saudi", "SAR"), ("qatari", "QAR"), ("omani", "OMR"), ("iranian", "IRR"), ("yemeni", "YER"), ("kenyan", "KES"), ("ugandan", "UGX"), ("tanzanian", "TZS"), ("somali", "SOS"), ("german", "DEM"), ("finnish", "FIM"), ("dutch", "NLG"), ("brazilian", "BRL"), ("romanian", "RON"), ("moldovan", "MDL"), ("turkmen", "TMT"), ("azerbaijani", "AZN"), ("uzbek", "UZS"), ("malawian", "MWK"), ("zambian", "ZMW"), ("portuguese", "PTE"), ("rican", "CRC"), ("chinese", "CNY"), ("japanese", "JPY"), ("bulgarian", "BGN"), ("ukrainian", "UAH"), ("polish", "PLN"), ("hungarian", "HUF"), ("israeli", "ILS"), ("nigerian", "NGN"), ("ghanaian", "GHS"), ("thai", "THB"), ("indonesian", "IDR"), ("malaysian", "MYR"), ("vietnamese", "VND"), ("african", "ZAR"),
    ];

}
