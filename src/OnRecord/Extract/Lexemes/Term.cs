namespace OnRecord.Extract.Lexemes;

/// <summary>The words that the grammar asks for by name.</summary>
internal enum Term : byte
{
    None,
    The, A, An, This, That, These, Those, Each, Every, Its, Any, All, Both, Same, Some, Other, One, Another,
    Last, Next, Past, Previous, Coming, Following, Current, Latest, Recent, Prior, Preceding, Upcoming, First, Second, Third,
    Of, In, On, At, By, To, From, Since, Until, Before, After, Between, And, Or, For, Over, Under, Up, Down, Within, During, Through, Per, Than, As, Out, About, Around, Above, Below, But, Not, No, Against, With,
    More, Less, Fewer, Least, Most, Nearly, Almost, Roughly, Approximately, Only, Just, Close, Half, Quarter, Many, Much, Few, Several, Couple, Additional, Extra, Further, Greater, Exceeding, Excess,
    Ago, Earlier, Later, Hence, Now, Early, Late, Mid, Middle, End, Beginning, Turn, Week, Ahead, Beyond, Long, Old, Aged,
    Weekend, Day, Year, Century, Decade, Fiscal, Financial, Calendar, Period, Future, Noon, Midnight, Overnight,
    Am, Pm, O, Clock, S, Th, Ad, Bc, Q, H, Fy, T, Z, Utc,
    Percent, Percentage, Cent, Cents, Point, Points, Basis, Gdp, Head, Capita, Annum, Minus, Plus, Degree, Square, Cubic, Dozen, Us, Number,
    Once, Twice, Times, Double, Hundred, Thousand, Million,
    Will, Would, Is, Be, Have, Had, Was, Were, Said, May,
    Anniversary, Created, Gross, Domestic, Product, Ended, So, Soon, Eve, New, Tax, Age, Mph, Short, Near, Equal, Lakh, Crore, Time, Trading, Naught, Sharp, Afternoon, Full, Single, Consecutive, Olds, Previously, Hundreds, Starting,
}
