using System.Collections.Frozen;

namespace OnRecord.Link;

/// <summary>The words that tell titles, bodies, pronouns and unnamed people from names.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Honorifics = Set("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Mx Madam Messrs");

    private static readonly FrozenSet<string> Titles = Set(
        "Adm Admiral Adviser Advisor Aide Ambassador Analyst Archbishop Assemblyman Assemblywoman Attorney Ayatollah Baron Baroness Bishop Brig Brigadier Candidate Capt Captain Cardinal Chair Chairman Chairwoman Chancellor Chief Chiefs Col Colonel Columnist Commander Commissioner Comptroller Congressman Congresswoman Congressmen Consul Co-Chair Correspondent Councillor Councilman Councilwoman Counsel Counselor Crown Defence Defense Delegate Democrat Democratic Deputy Director Duke Economist Editor Emir Emperor Envoy Executive Ex-President Father Finance Foreign Former Founder Gen General Gov Governor Head Home Host Imam Independent Inspector Interior Interim Judge Justice King Lawmaker Lawyer Leader Lieutenant Lt Maj Major Majority Manager Marshal Mayor Member Minister Minority Moderator Nominee Officer Official Ombudsman Opposition Pastor Permanent Police Pope Premier President President-elect Press Prime Prince Princess Principal Prof Professor Prosecutor Queen Rabbi Rapporteur Rep Reporter Representative Reps Republican Researcher Rev Reverend Sec Secretary Secretary-General Sen Sen-elect Senator Senators Senior Sens Sergeant Sgt Sheikh Sheriff Sister Solicitor Speaker Special Spokesman Spokesperson Spokeswoman St State Strategist Sultan Superintendent Treasurer Treasury Undersecretary Under-Secretary Vice Whip");

    private static readonly FrozenSet<string> Bodies = Set(
        "Academy Administration Agency Alliance Army Assembly Association Authority Bank Board Brigade Bureau Cabinet Campaign Caucus Center Centre Chamber Church Coalition College Commission Committee Company Conference Congress Corporation Council Court Department Embassy Federation Force Forces Foundation Front Fund Government Group House Inc Initiative Institute Institution Journal Kremlin League Legislature Magazine Ministry Mission Movement Network News Office Organisation Organization Parliament Party Pentagon Post Press Project Radio Reserve School Senate Service Society Television Times Treasury Tribune Trust Union University Watch");

    private static readonly FrozenSet<string> Singular = Set("he she him her his himself herself");

    private static readonly FrozenSet<string> OtherPronouns = Set("it they them we i you us me who which that one this these those everyone someone nobody many some others both all most few several");

    private static readonly FrozenSet<string> Unnamed = Set(
        "activist activists adviser advisers advisor advisors aide aides ally allies analyst analysts attorney attorneys author authors backers campaigners citizens colleague colleagues commentators conservatives correspondent critic critics delegates demonstrators diplomat diplomats doctors economist economists employee employees executives experts expert families friend friends historian insider insiders investigator investigators journalists lawmaker lawmakers lawyer lawyers leaders liberals man member members militants neighbors neighbours observer observers officer officers official officials operative operatives opponents organizers parents participants people person pollsters pundits prosecutors protesters rebels relatives reporter reporters researchers residents resident scholars scientist scientists soldiers source sources spokesman spokesperson spokespersons spokeswoman staffer staffers strategist strategists student students supporter supporters teachers troops veterans victims villagers volunteers voter voters witness witnesses woman women men workers");

    // Titles whose first word alone is no person: "the state", "the opposition".
    private static readonly FrozenSet<string> Fields = Set("Chiefs Crown Defence Defense Executive Finance Home Interior Major Majority Minority Opposition Police Press State Treasury");

    // What is written or asked, and says what its author says. With a capital in headlines.
    private static readonly FrozenSet<string> Papers = Set("account analysis article book column editorial essay interview letter letters memo memoir poll polls report reports speech statement statements story study survey testimony tweet tweets video");

    private static readonly FrozenSet<string> Some = Set("a an some many most several few two three four five six seven eight nine ten other another fellow more all any");

    private static readonly FrozenSet<string> Determiners = Set("the a an this that these those his her its their our my your one some several many two three four five six seven eight nine ten other another few most more all both each every no any");

    private static readonly FrozenSet<string> Definite = Set("the this that these those his her its their our my your");

    private static readonly FrozenSet<string> Joining = Set("of the de del della der den di da dos du la le van von bin ibn al el ben y and for");

    public static bool IsHonorific(ReadOnlySpan<char> word) => Has(Honorifics, Bare(word));

    /// <summary>A title, an office or an adjective of one, as it stands before a name.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => Has(Titles, Bare(word)) || IsHonorific(word);

    /// <summary>A word that ends the name of a body: "Ministry", "Council".</summary>
    public static bool IsBody(ReadOnlySpan<char> word) => Has(Bodies, Bare(word));

    /// <summary>He or she.</summary>
    public static bool IsPersonPronoun(ReadOnlySpan<char> word) => Has(Singular, word);

    /// <summary>The one who speaks, alone or with others.</summary>
    public static bool IsFirstPerson(ReadOnlySpan<char> word) => word is "I" or "We" or "we";

    public static bool IsOtherPronoun(ReadOnlySpan<char> word) => Has(OtherPronouns, word);

    /// <summary>People whom news leaves without a name.</summary>
    public static bool IsUnnamed(ReadOnlySpan<char> word) => Has(Unnamed, word);

    /// <summary>A noun or title that stands for a person: "the senator", "the official".</summary>
    public static bool IsPersonNoun(ReadOnlySpan<char> word) => (Has(Titles, Bare(word)) || Has(Unnamed, word)) && !Has(Fields, word) && !IsBody(word);

    /// <summary>Something written, that says what its author says: "the report".</summary>
    public static bool IsPaper(ReadOnlySpan<char> word) => Has(Papers, word);

    /// <summary>A word before people that leaves open which of them: "many", "fellow".</summary>
    public static bool IsSome(ReadOnlySpan<char> word) => Has(Some, word);

    public static bool IsDeterminer(ReadOnlySpan<char> word) => Has(Determiners, word);

    public static bool IsDefinite(ReadOnlySpan<char> word) => Has(Definite, word);

    /// <summary>A small word that may stand inside a name: "de", "van", "of the".</summary>
    public static bool IsJoining(ReadOnlySpan<char> word) => Has(Joining, word);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.Length > 1 && word[^1] == '.' ? word[..^1] : word;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
