using OnRecord.Extract.Figures;

namespace OnRecord.Extract.Lexemes;

/// <summary>Words and signs for units of measure and money.</summary>
internal static class MeasureWords
{
    public static void AddTo(LexiconBuilder words)
    {
        foreach (var (singular, plural, code, isShared) in Currencies.Names)
        {
            var money = new Measure(code, QuantityKind.Money, 1, false, isShared);
            words.Add(singular, WordClass.Money).Measure = money;
            words.Add(plural, WordClass.Money).Measure = money;
        }
        foreach (var (adjective, code) in Currencies.Nations) words.Add(adjective, WordClass.None).Sign = code;
        foreach (var code in Currencies.Codes.Split(' ')) words.Add(code.ToLowerInvariant(), WordClass.Money).Measure ??= new Measure(code, QuantityKind.Money, 1, true);
        foreach (var code in (string[])["USD", "EUR", "GBP", "AUD", "CAD", "SEK", "NOK", "DKK", "CHF"]) words.Add("m" + code.ToLowerInvariant(), WordClass.Money).Measure = new Measure(code, QuantityKind.Money, 1_000_000m, true);
        foreach (var (text, code) in (ReadOnlySpan<(string, string)>)[("rs", "INR"), ("dm", "DEM"), ("rm", "MYR"), ("kr", "SEK"), ("tl", "TRY")])
        {
            words.Add(text, WordClass.Money).Measure ??= new Measure(code, QuantityKind.Money, 1, true, true);
        }
        foreach (var text in (string[])["cent", "cents", "penny", "pennies"]) words.Add(text, WordClass.Money).Measure = new Measure("USD", QuantityKind.Money, 0.01m, false, true);
        foreach (var text in (string[])["pence", "p"]) words.Add(text, WordClass.Money).Measure = new Measure("GBP", QuantityKind.Money, 0.01m, text == "p", true);
        words.Add("cent", WordClass.None).Term = Term.Cent;
        words.Add("pound", WordClass.Money).Measure = new Measure("GBP", QuantityKind.Money, 1, false, true);
        words.Add("pounds", WordClass.Money).Measure = new Measure("GBP", QuantityKind.Money, 1, false, true);

        foreach (var text in (string[])["percent", "pct", "pc", "percents", "percentage"]) words.Add(text, WordClass.Percent).Term = text == "percentage" ? Term.Percentage : Term.Percent;

        Length(words);
        Mass(words);
        Others(words);
    }

    private static void Length(LexiconBuilder words)
    {
        Names(words, QuantityKind.Length, "kilometre", "kilometre kilometres kilometer kilometers klick klicks");
        Signs(words, QuantityKind.Length, "kilometre", "km kms");
        Names(words, QuantityKind.Length, "metre", "metre metres meter meters");
        Signs(words, QuantityKind.Length, "metre", "m");
        Names(words, QuantityKind.Length, "centimetre", "centimetre centimetres centimeter centimeters");
        Signs(words, QuantityKind.Length, "centimetre", "cm cms");
        Names(words, QuantityKind.Length, "millimetre", "millimetre millimetres millimeter millimeters");
        Signs(words, QuantityKind.Length, "millimetre", "mm");
        Names(words, QuantityKind.Length, "decimetre", "decimetre decimetres decimeter decimeters");
        Signs(words, QuantityKind.Length, "decimetre", "dm");
        Names(words, QuantityKind.Length, "micrometre", "micrometre micrometres micrometer micrometers micron microns");
        Names(words, QuantityKind.Length, "nanometre", "nanometre nanometres nanometer nanometers");
        Signs(words, QuantityKind.Length, "nanometre", "nm");
        Names(words, QuantityKind.Length, "mile", "mile miles");
        Signs(words, QuantityKind.Length, "mile", "mi");
        Names(words, QuantityKind.Length, "foot", "foot feet");
        Signs(words, QuantityKind.Length, "foot", "ft");
        Names(words, QuantityKind.Length, "inch", "inch inches");
        Names(words, QuantityKind.Length, "yard", "yard yards");
        Signs(words, QuantityKind.Length, "yard", "yd yds");
        Names(words, QuantityKind.Length, "light-year", "lightyear lightyears");
        Names(words, QuantityKind.Area, "hectare", "hectare hectares");
        Signs(words, QuantityKind.Area, "hectare", "ha");
        Names(words, QuantityKind.Area, "acre", "acre acres");
        Signs(words, QuantityKind.Area, "square kilometre", "sqkm");
        Signs(words, QuantityKind.Area, "square metre", "sqm");
        Signs(words, QuantityKind.Speed, "kilometre per hour", "kph kmph kmh");
        Signs(words, QuantityKind.Speed, "mile per hour", "mph");
        Names(words, QuantityKind.Speed, "knot", "knot knots");
        Signs(words, QuantityKind.Speed, "knot", "kt kts");
        Names(words, QuantityKind.Angle, "degree", "degree degrees");
        Names(words, QuantityKind.Angle, "radian", "radian radians");
        Signs(words, QuantityKind.Angle, "radian", "rad");
        Names(words, QuantityKind.Angle, "turn", "turn turns");
    }

    private static void Mass(LexiconBuilder words)
    {
        Names(words, QuantityKind.Mass, "kilogram", "kilogram kilograms kilogramme kilogrammes kilo kilos");
        Signs(words, QuantityKind.Mass, "kilogram", "kg kgs");
        Names(words, QuantityKind.Mass, "gram", "gram grams gramme grammes");
        Signs(words, QuantityKind.Mass, "gram", "g gm");
        Names(words, QuantityKind.Mass, "milligram", "milligram milligrams milligramme milligrammes");
        Signs(words, QuantityKind.Mass, "milligram", "mg");
        Names(words, QuantityKind.Mass, "microgram", "microgram micrograms microgramme microgrammes");
        Signs(words, QuantityKind.Mass, "microgram", "mcg μg µg ug");
        Names(words, QuantityKind.Mass, "tonne", "tonne tonnes");
        Names(words, QuantityKind.Mass, "ton", "ton tons");
        Names(words, QuantityKind.Mass, "kilotonne", "kilotonne kilotonnes");
        Names(words, QuantityKind.Mass, "megatonne", "megatonne megatonnes");
        Signs(words, QuantityKind.Mass, "pound", "lb lbs");
        Names(words, QuantityKind.Mass, "ounce", "ounce ounces");
        Signs(words, QuantityKind.Mass, "ounce", "oz");
        Names(words, QuantityKind.Mass, "carat", "carat carats");
        Names(words, QuantityKind.Mass, "bushel", "bushel bushels");
        Names(words, QuantityKind.Volume, "litre", "litre litres liter liters");
        Signs(words, QuantityKind.Volume, "litre", "l");
        Names(words, QuantityKind.Volume, "millilitre", "millilitre millilitres milliliter milliliters");
        Signs(words, QuantityKind.Volume, "millilitre", "ml");
        Names(words, QuantityKind.Volume, "gallon", "gallon gallons");
        Names(words, QuantityKind.Volume, "barrel", "barrel barrels");
        Signs(words, QuantityKind.Volume, "barrel", "bbl bbls");
        Signs(words, QuantityKind.Volume, "barrel per day", "bpd");
        Names(words, QuantityKind.Volume, "pint", "pint pints");
        Names(words, QuantityKind.Volume, "quart", "quart quarts");
        Names(words, QuantityKind.Volume, "tablespoon", "tablespoon tablespoons");
        Names(words, QuantityKind.Volume, "teaspoon", "teaspoon teaspoons");
        Names(words, QuantityKind.Volume, "cup", "cup cups");
    }

    private static void Others(LexiconBuilder words)
    {
        Names(words, QuantityKind.Energy, "watt", "watt watts");
        Names(words, QuantityKind.Energy, "kilowatt", "kilowatt kilowatts");
        Signs(words, QuantityKind.Energy, "kilowatt", "kw");
        Names(words, QuantityKind.Energy, "megawatt", "megawatt megawatts");
        Signs(words, QuantityKind.Energy, "megawatt", "mw");
        Names(words, QuantityKind.Energy, "gigawatt", "gigawatt gigawatts");
        Signs(words, QuantityKind.Energy, "gigawatt", "gw");
        Names(words, QuantityKind.Energy, "terawatt", "terawatt terawatts");
        Signs(words, QuantityKind.Energy, "kilowatt hour", "kwh");
        Signs(words, QuantityKind.Energy, "megawatt hour", "mwh");
        Signs(words, QuantityKind.Energy, "gigawatt hour", "gwh");
        Signs(words, QuantityKind.Energy, "terawatt hour", "twh");
        Names(words, QuantityKind.Energy, "volt", "volt volts");
        Names(words, QuantityKind.Energy, "joule", "joule joules");
        Names(words, QuantityKind.Energy, "calorie", "calorie calories");
        Names(words, QuantityKind.Energy, "horsepower", "horsepower");
        Signs(words, QuantityKind.Energy, "horsepower", "hp");
        Names(words, QuantityKind.Energy, "kiloton", "kiloton kilotons");
        Names(words, QuantityKind.Energy, "megaton", "megaton megatons");
        Names(words, QuantityKind.Information, "bit", "bit bits");
        Names(words, QuantityKind.Information, "byte", "byte bytes");
        Names(words, QuantityKind.Information, "kilobyte", "kilobyte kilobytes");
        Names(words, QuantityKind.Information, "megabyte", "megabyte megabytes");
        Signs(words, QuantityKind.Information, "megabyte", "mb");
        Names(words, QuantityKind.Information, "gigabyte", "gigabyte gigabytes");
        Signs(words, QuantityKind.Information, "gigabyte", "gb");
        Names(words, QuantityKind.Information, "terabyte", "terabyte terabytes");
        Signs(words, QuantityKind.Information, "terabyte", "tb");
        Names(words, QuantityKind.Temperature, "celsius", "celsius centigrade");
        Names(words, QuantityKind.Temperature, "fahrenheit", "fahrenheit");
        Names(words, QuantityKind.Temperature, "kelvin", "kelvin kelvins");
        words.Add("c", WordClass.None).Measure ??= new Measure("celsius", QuantityKind.Temperature, 1, true);
        words.Add("f", WordClass.None).Measure ??= new Measure("fahrenheit", QuantityKind.Temperature, 1, true);
    }

    private static void Names(LexiconBuilder words, QuantityKind kind, string unit, string texts)
    {
        foreach (var text in texts.Split(' ')) words.Add(text, WordClass.Measure).Measure ??= new Measure(unit, kind);
    }

    private static void Signs(LexiconBuilder words, QuantityKind kind, string unit, string texts)
    {
        foreach (var text in texts.Split(' ')) words.Add(text, WordClass.Measure).Measure = new Measure(unit, kind, 1, true);
    }
}
