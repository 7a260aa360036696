using System.Text;
using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Tests.Cli;

namespace OnRecord.Tests.Ledger;

public sealed class UserFileTests
{
    private const string Password = "correct horse battery";

    [Fact]
    public void A_password_signs_in_until_it_is_changed()
    {
        using var folder = new LedgerFolder();
        using var users = UserFile.Open(folder.File, StillTime.Noon);
        users.Add("vera", Role.Reviewer, Password);
        var session = users.SignIn("vera", Password)!;
        users.OfSession(session)!.Role.Should().Be(Role.Reviewer);
        users.SignIn("vera", Password + " ").Should().BeNull();
        users.SignIn("nobody", Password).Should().BeNull();

        users.ChangePassword("vera", "another horse battery");

        users.OfSession(session).Should().BeNull("a password is changed because somebody else may know it");
        users.SignIn("vera", Password).Should().BeNull();
        users.SignIn("vera", "another horse battery").Should().NotBeNull();
        users.Trail(10).Select(row => row.Deed).Should().Equal("signed in", "was refused", "got another password", "was refused", "was refused", "signed in", "was added");
    }

    [Fact]
    public void A_session_and_a_token_end_with_time()
    {
        using var folder = new LedgerFolder();
        string session, token;
        using (var users = UserFile.Open(folder.File, StillTime.Noon))
        {
            users.Add("vera", Role.Reader, Password);
            session = users.SignIn("vera", Password)!;
            token = users.AddToken("vera", Role.Reader, "export", StillTime.Noon.GetUtcNow().AddDays(1)).Secret;
        }

        using (var later = UserFile.Open(folder.File, new StillTime(StillTime.Noon.GetUtcNow().AddHours(13))))
        {
            later.OfSession(session).Should().BeNull();
            later.OfToken(token)!.Name.Should().Be("vera");
        }
        using var muchLater = UserFile.Open(folder.File, new StillTime(StillTime.Noon.GetUtcNow().AddDays(2)));
        muchLater.OfToken(token).Should().BeNull();
    }

    [Fact]
    public void A_token_does_no_more_than_its_user_and_goes_with_the_user()
    {
        using var folder = new LedgerFolder();
        using var users = UserFile.Open(folder.File, StillTime.Noon);
        users.Add("rita", Role.Reviewer, Password);
        var read = users.AddToken("rita", Role.Reader, "export", null);
        var review = users.AddToken("rita", Role.Reviewer, "feed", null);
        var more = () => users.AddToken("rita", Role.Administrator, "all", null);
        more.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.UserRefused);
        users.OfToken(read.Secret)!.Role.Should().Be(Role.Reader, "its scope is smaller than its user's role");

        users.RevokeToken(read.Token.Id);
        users.OfToken(read.Secret).Should().BeNull();
        users.OfToken(review.Secret).Should().NotBeNull();
        users.Remove("rita");

        users.OfToken(review.Secret).Should().BeNull();
        users.Tokens().Should().BeEmpty();
    }

    [Theory]
    [InlineData("", Password, "no name")]
    [InlineData(" vera", Password, "no name")]
    [InlineData("ve\nra", Password, "no name")]
    [InlineData("vera", "short", "fewer than 12")]
    [InlineData("rita", Password, "There is a user")]
    public void What_is_no_user_is_refused(string name, string password, string why)
    {
        using var folder = new LedgerFolder();
        using var users = UserFile.Open(folder.File, StillTime.Noon);
        users.Add("rita", Role.Reader, Password);

        var add = () => users.Add(name, Role.Administrator, password);

        add.Should().Throw<OnRecordException>().WithMessage($"*{why}*").Which.Code.Should().Be(DiagnosticCodes.UserRefused);
        users.HasAdministrator.Should().BeFalse();
    }

    [Fact]
    public void The_file_is_its_owners_alone_and_has_no_secret_in_it()
    {
        using var folder = new LedgerFolder();
        var path = UserFile.PathOf(folder.File);
        string session, token;
        using (var users = UserFile.Open(folder.File, StillTime.Noon))
        {
            users.Add("vera", Role.Administrator, Password);
            session = users.SignIn("vera", Password)!;
            token = users.AddToken("vera", Role.Reader, "export", null).Secret;
        }

        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        bytes.Should().Contain("vera").And.NotContain(Password).And.NotContain(session).And.NotContain(token);
    }

    [Fact]
    public void Users_and_tokens_are_kept_from_the_command_line()
    {
        using var newsroom = new Newsroom();
        Newsroom.Outcome Typed(params string[] args) => newsroom.Run(new MemoryStream(Encoding.UTF8.GetBytes(Password + "\n")), CancellationToken.None, args);

        Typed("user", "add", "vera", "--role", "administrator").Error.Should().Be("vera may sign in.\n");
        Typed("user", "add", "vera").Status.Should().Be(1);
        newsroom.Run("user", "add", "sam").Error.Should().StartWith("OR7006").And.Contain("fewer than 12");
        newsroom.Run("user", "list").Output.Should().Contain("vera").And.Contain("administrator");
        var made = newsroom.Run("token", "add", "vera", "--for", "export");
        made.Lines.Single().Should().MatchRegex("^[0-9a-f]{64}$");
        var id = made.Error.Split(' ')[3].TrimEnd('.');
        newsroom.Run("token", "list").Output.Should().Contain(id).And.Contain("export").And.NotContain(made.Lines.Single());
        newsroom.Run("token", "revoke", id).Status.Should().Be(0);
        newsroom.Run("token", "revoke", id).Error.Should().StartWith("OR7006");
        Typed("user", "password", "vera").Status.Should().Be(0);
        newsroom.Run("user", "remove", "vera").Status.Should().Be(0);
        newsroom.Run("user", "trail", "--format", "csv").Output.Should().Contain("was removed").And.Contain("lost a token").And.Contain("got another password");
        File.Exists(newsroom.Ledger).Should().BeFalse("users are no entries of the ledger");
    }
}
