using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Tests.Knowledge;

public sealed class WorldKnowledgeTests
{
    private static readonly WorldKnowledge World = WorldKnowledge.Shipped;
    private static readonly DateOnly Spring2019 = new(2019, 4, 3);

    [Fact]
    public void It_covers_the_world()
    {
        World.Entities.Count(e => e.Kind == "state" && e.Until is null).Should().BeGreaterThanOrEqualTo(195);
        World.Entities.Count(e => e.Kind == "organisation").Should().BeGreaterThanOrEqualTo(60);
        World.Treaties.Count.Should().BeGreaterThanOrEqualTo(60);
        World.Treaties.Count(t => t.Signed is not null && t.Parties.Count > 0).Should().BeGreaterThanOrEqualTo(60);
        World.Tenures.SelectMany(t => t).Select(t => t.Person).Distinct().Count().Should().BeGreaterThanOrEqualTo(4000);
    }

    [Fact]
    public void No_two_hold_a_sole_office_on_one_day()
    {
        var breaches = from tenures in World.Tenures
                       where tenures[0].Office.IsSole
                       from one in tenures
                       from other in tenures
                       where string.CompareOrdinal(one.Person, other.Person) < 0 && LastSure(one) is { } a && LastSure(other) is { } b
                             && other.From.Latest <= a && one.From.Latest <= b
                       select $"{one.Office.Key}: {one.Person} and {other.Person}";

        breaches.Should().BeEmpty();

        static DateOnly? LastSure(Tenure tenure) => tenure.Until is { } until ? until.Earliest.AddDays(-1) : tenure.AsOf?.Earliest;
    }

    [Fact]
    public void Days_are_in_order()
    {
        World.Tenures.SelectMany(t => t).Where(t => (t.Until ?? t.AsOf) is not { } end || end.Latest < t.From.Earliest).Should().BeEmpty();
        World.Treaties.Where(t => t.InForce is { } force && t.Signed is { } signed && force.Latest < signed.Earliest).Select(t => t.Key)
            .Should().Equal(["treaty:indus"], "the Indus treaty took effect before it was signed, and no other did");
        World.Treaties.Where(t => t.Ended is { } ended && t.InForce is { } force && ended.Earliest < force.Latest).Should().BeEmpty();
        World.BodiesWithMembers.SelectMany(World.MembershipsOf).Where(m => m.Left is { } left && m.Joined is { } joined && left.Latest < joined.Earliest).Should().BeEmpty();
    }

    [Fact]
    public void A_name_that_several_bear_is_marked()
    {
        using var text = new StringReader(Repository.Read("src/OnRecord/Knowledge/Facts/ambiguous.tsv"));
        var marked = FactTable.Read("ambiguous.tsv", text).Rows.Select(r => r["name"]);

        World.EntitiesByForm.Where(f => f.Bearers.Count > 1).Select(f => f.Form).Should().BeEquivalentTo(marked);
    }

    [Fact]
    public void Every_table_names_its_source_and_terms()
    {
        foreach (var file in Repository.Files("src/OnRecord/Knowledge/Facts", "*.tsv"))
        {
            using var text = new StringReader(Repository.Read(file));
            var table = FactTable.Read(file, text);
            table.Source.Should().NotBeEmpty(file);
            table.Terms.Should().NotBeEmpty(file);
        }
    }

    [Theory]
    [InlineData("office:USA/president", "2019-04-03", "Donald Trump")]
    [InlineData("office:USA/president", "2017-01-20", "Donald Trump")]
    [InlineData("office:USA/president", "2017-01-19", "Barack Obama")]
    [InlineData("office:NATO/secretary-general", "2019-04-03", "Jens Stoltenberg")]
    [InlineData("office:RUS/foreign-minister", "2019-04-03", "Sergey Lavrov")]
    [InlineData("office:NOR/prime-minister", "2019-04-03", "Erna Solberg")]
    [InlineData("office:AUS/prime-minister", "2018-12-01", "Scott Morrison")]
    [InlineData("office:RUS/president", "1950-01-01", null)]
    [InlineData("office:USA/president", "2090-01-01", null)]
    public void The_holder_of_an_office_depends_on_the_day(string office, string day, string? holder)
    {
        var found = World.OfficesOf(World.TenuresIn(office)[0].Office.Of).Single(o => o.Key == office);

        World.HolderOn(found, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Name.Should().Be(holder);
    }

    [Fact]
    public void In_the_year_of_a_change_nobody_is_named_where_the_day_is_not_known()
    {
        var office = World.TenuresIn("office:AUS/prime-minister")[0].Office;

        World.HolderOn(office, new DateOnly(2013, 7, 1)).Should().BeNull();
    }

    [Fact]
    public void An_organisation_has_the_members_of_the_day()
    {
        World.MembersOn("org:nato", Spring2019).Should().HaveCount(29).And.NotContain("state:SWE");
        World.MembersOn("org:nato", new DateOnly(2024, 3, 7)).Should().HaveCount(32);
        World.MembersOn("org:eu", new DateOnly(2020, 1, 30)).Should().HaveCount(28);
        World.MembersOn("org:eu", new DateOnly(2020, 2, 1)).Should().HaveCount(27).And.NotContain("state:GBR");
        World.MembersOn("org:un", Spring2019).Should().BeEmpty("the days of joining are not known");
    }

    [Fact]
    public void A_treaty_has_its_days_figures_and_parties()
    {
        var treaty = World.TreatyOf(World.Named("INF Treaty").Single().Key)!;

        treaty.Figures.Should().Equal("range: 500-5500 km");
        World.PartiesOn(treaty, Spring2019).Should().Contain(["state:USA", "state:RUS"]);
        World.PartiesOn(treaty, new DateOnly(2019, 8, 3)).Should().BeEmpty();
        World.PartiesOn(World.TreatyOf("treaty:paris")!, Spring2019).Should().HaveCountGreaterThan(180);
    }

    [Theory]
    [InlineData("North Atlantic Treaty Organization", "org:nato")]
    [InlineData("NATO", "org:nato")]
    [InlineData("the  Kremlin", "inst:RUS/kremlin")]
    [InlineData("Recep Tayyip Erdogan", "person:recep-tayyip-erdogan")]
    [InlineData("Russia’s foreign ministry", "inst:RUS/mfa")]
    public void A_name_is_found_in_each_of_its_forms(string name, string key) => World.Named(name).Single().Key.Should().Be(key);

    [Theory]
    [InlineData("North Atlantic")]
    [InlineData("NATO’s")]
    [InlineData("the  Kremlins")]
    public void What_nobody_is_called_is_nobody(string name) => World.Named(name).Should().BeEmpty();

    [Theory]
    [InlineData("states", "key\tname\nstate:X\tX\textra", "Line 2 of the facts mine has 3 cells where the table has 2 columns")]
    [InlineData("states", "key\tname\nstate:X", "has no 'name'")]
    [InlineData("holders", "office\tperson\tfrom\noffice:USA/president\tperson:nobody\t2020", "names the person 'person:nobody'")]
    [InlineData("holders", "office\tperson\tfrom\noffice:none\tperson:joe-biden\t2020", "names the office 'office:none'")]
    [InlineData("holders", "office\tperson\tfrom\tuntil\noffice:USA/president\tperson:joe-biden\t2020\t2019", "ends before it begins")]
    [InlineData("holders", "office\tperson\tfrom\noffice:USA/president\tperson:joe-biden\t2020-13", "'2020-13' is no day")]
    [InlineData("members", "organisation\tmember\norg:nato\tstate:NONE", "names the member 'state:NONE'")]
    public void A_wrong_row_is_refused_with_its_line(string concept, string rows, string what)
    {
        var add = () => new WorldKnowledgeBuilder().AddShipped().Add(concept, FactTable.Read("mine", new StringReader(rows)));

        add.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.KnowledgeWrong && e.Message.Contains(what));
    }

    [Fact]
    public void Every_row_that_ships_is_right()
    {
        // Rows of persons, offices, holders and members are read when they are asked for.
        World.Entities.Should().OnlyHaveUniqueItems(e => e.Key);
        World.Offices.Should().OnlyContain(o => World.Find(o.Of) != null);
        World.Entities.Sum(e => World.TenuresOf(e.Key).Count).Should().Be(World.Tenures.Sum(t => t.Count));
        World.BodiesWithMembers.Should().OnlyContain(body => World.MembershipsOf(body).Count > 0);
    }

    [Fact]
    public void A_later_row_adds_to_a_person()
    {
        var builder = new WorldKnowledgeBuilder().AddShipped();
        builder.Add("persons", FactTable.Read("mine", new StringReader("key\tname\taliases\tsex\tprominent\nperson:jens-stoltenberg\tJens Stoltenberg\tStoltenberg the Elder; Ståltenberg\t\t\nperson:new-one\tVaira Nováková\t\tf\tyes")));
        var world = builder.Build();

        var known = world.Named("Jens Stoltenberg").Single();
        known.Key.Should().Be("person:jens-stoltenberg");
        known.Sex.Should().Be('m', "the row before says so");
        known.IsProminent.Should().BeTrue();
        foreach (var name in (string[])["Stoltenberg the Elder", "Ståltenberg", "Staltenberg"]) world.Named(name).Should().Equal(known);
        world.OfSurname("Nováková").Single().Should().BeSameAs(world.Named("Vaira Novakova").Single());
        World.Named("Staltenberg").Should().BeEmpty();
    }

    [Fact]
    public void A_name_of_a_body_and_a_person_means_either()
    {
        var builder = new WorldKnowledgeBuilder().AddShipped();
        builder.Add("persons", FactTable.Read("mine", new StringReader("key\tname\nperson:nato\tNATO")));

        builder.Build().Named("NATO").Select(e => e.Key).Should().Equal("org:nato", "person:nato");
    }

    [Fact]
    public void There_is_one_of_each_person_whoever_asks_first()
    {
        var world = new WorldKnowledgeBuilder().AddShipped().Build();
        var found = new KnownEntity[64];

        Parallel.For(0, found.Length, i => found[i] = i % 2 == 0 ? world.Named("Angela Merkel").Single() : world.Find("person:angela-merkel")!);

        found.Distinct(ReferenceEqualityComparer.Instance).Should().ContainSingle();
    }

    [Fact]
    public void An_office_with_two_holders_on_a_day_names_neither()
    {
        var builder = new WorldKnowledgeBuilder().AddShipped();
        builder.Add("holders", FactTable.Read("mine", new StringReader("office\tperson\tfrom\tuntil\noffice:USA/president\tperson:hillary-clinton\t2017-01-20\t2021-01-20")));
        var world = builder.Build();

        world.HolderOn(world.TenuresIn("office:USA/president")[0].Office, Spring2019).Should().BeNull();
    }
}
