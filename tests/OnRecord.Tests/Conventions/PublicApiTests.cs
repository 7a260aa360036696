namespace OnRecord.Tests.Conventions;

public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries => [.. House.Source.Select(a => a.GetName().Name!).Where(name => name != "OnRecord.Cli")];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void What_is_public_is_approved(string name) =>
        Approved.Check($"api.{name}", PublicApi.Of(House.Source.Single(a => a.GetName().Name == name)));
}
