using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server.Adding;
using OnRecord.Server.Sending;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

/// <summary>What is new in a saved search is sent, signed, once, and again until it is taken or given up.</summary>
public sealed class WebhookTests
{
    private static readonly Reading Later = SampleReadings.Harbour("news/again.txt", text: "Once more.\n\n" + SampleReadings.Text);

    [Fact]
    public async Task New_statements_are_sent_once_signed_and_with_their_citations()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        sendings.Ledger.Record(SampleReadings.Harbour());
        var (webhook, secret) = await sendings.Watch("q=harbour", receiver.Address);
        await sendings.Round();
        receiver.Messages.Should().BeEmpty("what was there before is no news");

        sendings.Ledger.Record(Later, SampleReadings.Numbered(1, 3));
        await sendings.Round();
        await sendings.Round();

        var message = receiver.Messages.Should().ContainSingle().Which;
        IsGenuine(message, secret).Should().BeTrue();
        IsGenuine(message with { Body = message.Body + " " }, secret).Should().BeFalse();
        IsGenuine(message with { Id = "msg_0" }, secret).Should().BeFalse();
        using var body = JsonDocument.Parse(message.Body);
        body.RootElement.GetProperty("type").GetString().Should().Be("statements.matched");
        var items = body.RootElement.GetProperty("data").GetProperty("items").EnumerateArray().ToList();
        var statement = items.Should().ContainSingle().Which.GetProperty("statement");
        statement.GetProperty("content")[0].GetProperty("words").GetString().Should().Be("\"The harbour will open in May,\"");
        items[0].GetProperty("citation").GetString().Should().Be(Sendings.Site + statement.GetProperty("link").GetString());
        sendings.Deliveries(webhook).Should().ContainSingle().Which.State.Should().Be(DeliveryState.Delivered);
    }

    [Fact]
    public async Task What_is_not_taken_is_sent_again_under_the_same_identifier_also_after_a_restart()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        var (webhook, secret) = await sendings.Watch("q=harbour", receiver.Address);
        sendings.Ledger.Record(SampleReadings.Harbour());
        receiver.Status = 500;
        await sendings.Round();
        await sendings.Round();
        receiver.Messages.Should().ContainSingle("it waits before it is tried again");
        var waiting = sendings.Deliveries(webhook).Single();
        waiting.State.Should().Be(DeliveryState.Waiting);
        waiting.Reason.Should().StartWith(DiagnosticCodes.NotDelivered).And.Contain("answered 500");
        (waiting.Next!.Value - sendings.Time.GetUtcNow()).TotalSeconds.Should().BeInRange(8, 12);

        await sendings.Restart();
        receiver.Status = 200;
        sendings.Time.GoOnTo(waiting.Next!.Value);
        await sendings.Round();

        receiver.Messages.Should().HaveCount(2);
        var (first, second) = (receiver.Messages[0], receiver.Messages[1]);
        second.Id.Should().Be(first.Id);
        second.Body.Should().Be(first.Body);
        second.Timestamp.Should().NotBe(first.Timestamp, "each attempt is signed with its own second");
        IsGenuine(second, secret).Should().BeTrue();
        sendings.Deliveries(webhook).Single().State.Should().Be(DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_sends_loses_nothing_and_counts_the_attempt()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await sendings.Watch("q=harbour", receiver.Address);
        sendings.Belongings.Outbox.Put(webhook, webhook.Seen, [("{}"u8.ToArray(), 1)]);
        sendings.Belongings.Outbox.Take(10).Should().ContainSingle("somebody took it and was never heard of again");
        await sendings.Round();
        receiver.Messages.Should().BeEmpty("another server of the same ledger leaves it alone");

        sendings.Time.GoOn(TimeSpan.FromMinutes(3));
        await sendings.Round();

        receiver.Messages.Should().ContainSingle();
        sendings.Deliveries(webhook).Single().Attempts.Should().Be(2);
    }

    [Fact]
    public async Task A_receiver_that_never_takes_it_is_given_up_with_the_reason_and_tried_anew_where_its_user_says_so()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await sendings.Watch("q=harbour", receiver.Address);
        sendings.Ledger.Record(SampleReadings.Harbour());
        receiver.Status = 503;

        await sendings.Round();
        while (sendings.Deliveries(webhook).Single().Next is { } next)
        {
            sendings.Time.GoOnTo(next);
            await sendings.Round();
        }

        receiver.Messages.Should().HaveCount(Backoff.MostAttempts);
        var given = sendings.Deliveries(webhook).Single();
        given.State.Should().Be(DeliveryState.Failed);
        given.Reason.Should().Contain("answered 503");
        receiver.Status = 200;
        sendings.Belongings.Outbox.Again("sam", webhook.Id, given.Id).Should().BeFalse("it is not his");
        sendings.Belongings.Outbox.Again(Sendings.User, webhook.Id, given.Id).Should().BeTrue();
        await sendings.Round();
        receiver.Messages[^1].Id.Should().Be(given.Id);
        sendings.Deliveries(webhook).Single().State.Should().Be(DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        await using var inner = await Receiver.Start();
        (receiver.Status, receiver.Location) = (307, inner.Address.AbsoluteUri);
        var (webhook, _) = await sendings.Watch("q=harbour", receiver.Address);
        sendings.Ledger.Record(SampleReadings.Harbour());

        await sendings.Round();

        inner.Messages.Should().BeEmpty();
        sendings.Deliveries(webhook).Single().Reason.Should().Contain("answered 307, and no redirect is followed");
    }

    [Fact]
    public async Task What_a_name_leads_to_is_looked_at_each_time()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await sendings.Watch("q=harbour", new Uri($"http://localhost:{receiver.Address.Port}/hook"));
        sendings.Ledger.Record(SampleReadings.Harbour());
        await sendings.Round();
        var before = receiver.Messages.Count;

        // The name leads to this machine from now on as it might after a change of its entry, and this machine is not public.
        sendings.MayConnect = PublicAddress.Is;
        sendings.Ledger.Record(Later);
        await sendings.Round();

        receiver.Messages.Should().HaveCount(before);
        sendings.Deliveries(webhook)[0].Reason.Should().StartWith(DiagnosticCodes.WebhookRefused).And.Contain("does not lead to the public internet");
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_asked_no_more()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await sendings.Watch("q=harbour", receiver.Address);
        receiver.Status = 410;
        sendings.Ledger.Record(SampleReadings.Harbour());
        await sendings.Round();
        sendings.Ledger.Record(Later);

        sendings.Time.GoOn(TimeSpan.FromDays(2));
        await sendings.Round();

        receiver.Messages.Should().ContainSingle();
        sendings.Belongings.Webhooks.Find(Sendings.User, webhook.Id)!.IsPaused.Should().BeTrue();
        sendings.Deliveries(webhook).Single().State.Should().Be(DeliveryState.Failed);
    }

    [Fact]
    public async Task What_is_held_back_is_sent_when_it_goes_on()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        var (webhook, _) = await sendings.Watch("q=bridge", receiver.Address);
        sendings.Belongings.Webhooks.Pause(Sendings.User, webhook.Id, isPaused: true).Should().BeTrue();
        sendings.Ledger.Record([.. Enumerable.Range(0, 60).Select(n => SampleReadings.Numbered(n, 20))]);
        await sendings.Round();
        receiver.Messages.Should().BeEmpty();

        sendings.Belongings.Webhooks.Pause(Sendings.User, webhook.Id, isPaused: false);
        await sendings.Round();
        await sendings.Round();

        var statements = receiver.Messages.SelectMany(m => JsonDocument.Parse(m.Body).RootElement.GetProperty("data").GetProperty("items").EnumerateArray()).Select(i => i.GetProperty("statement").GetProperty("id").GetString()).ToList();
        statements.Should().HaveCount(60 * 20).And.OnlyHaveUniqueItems();
        receiver.Messages.Should().HaveCount(12, "a message has a hundred at most");
    }

    [Fact]
    public async Task For_a_day_after_the_secret_was_exchanged_both_are_good()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        var (webhook, old) = await sendings.Watch("q=harbour", receiver.Address);
        var fresh = sendings.Belongings.Webhooks.Rotate(Sendings.User, webhook.Id)!;
        sendings.Ledger.Record(SampleReadings.Harbour());
        await sendings.Round();
        sendings.Time.GoOn(TimeSpan.FromHours(25));
        sendings.Ledger.Record(Later);
        await sendings.Round();

        fresh.Should().StartWith("whsec_").And.NotBe(old);
        receiver.Messages.Should().HaveCount(2);
        receiver.Messages.Should().OnlyContain(m => IsGenuine(m, fresh));
        IsGenuine(receiver.Messages[0], old).Should().BeTrue();
        IsGenuine(receiver.Messages[1], old).Should().BeFalse();
    }

    [Fact]
    public async Task What_a_newer_version_reads_again_is_no_news()
    {
        await using var sendings = new Sendings();
        await using var receiver = await Receiver.Start();
        sendings.Ledger.Record(SampleReadings.Harbour());
        await sendings.Watch("q=harbour", receiver.Address);
        using (var ledger = sendings.Ledger.Write())
        {
            var run = ledger.BeginRun(LedgerFolder.Version("newer"));
            ledger.Append(run, SampleReadings.Harbour()).Should().Be(OnRecord.Ledger.AppendOutcome.NewAnalysis);
            ledger.EndRun(run, LedgerFolder.Done());
        }

        await sendings.Round();

        receiver.Messages.Should().BeEmpty();
    }

    [Fact]
    public void Waits_grow_are_bounded_and_differ_between_deliveries_and_not_between_machines()
    {
        var waits = Enumerable.Range(1, Backoff.MostAttempts - 1).Select(attempt => Backoff.After("msg_1", attempt)!.Value.TotalSeconds).ToList();

        waits.Should().BeInAscendingOrder().And.HaveCount(8);
        waits[0].Should().BeInRange(8, 12);
        waits.Sum().Should().BeInRange(0.8 * 86_400, 1.4 * 86_400, "a receiver may be away for a day");
        Backoff.After("msg_1", 3)!.Value.Should().Be(Backoff.After("msg_1", 3)!.Value).And.NotBe(Backoff.After("msg_2", 3)!.Value);
        Backoff.After("msg_1", Backoff.MostAttempts).Should().BeNull();
    }

    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("http://127.0.0.1/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://a.localhost/hook")]
    [InlineData("https://2130706433/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:10.0.0.1]/hook")]
    [InlineData("https://10.1.2.3/hook")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://vera:secret@example.org/hook")]
    [InlineData("https://example.org/hook#here")]
    [InlineData("ftp://example.org/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/hook")]
    [InlineData("")]
    public void An_address_that_is_not_sent_to_is_refused(string address)
    {
        var read = () => WebhookAddress.Read(address, allowsLocal: false);

        read.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.WebhookRefused);
    }

    [Theory]
    [InlineData("https://example.org/hook?key=1", false)]
    [InlineData("http://localhost:5000/hook", true)]
    [InlineData("http://127.0.0.1:5000/hook", true)]
    [InlineData("https://[::1]:5000/hook", true)]
    public void An_address_that_is_sent_to_is_kept_as_it_is(string address, bool allowsLocal) => WebhookAddress.Read(address, allowsLocal).OriginalString.Should().Be(address);

    [Fact]
    public void The_example_of_the_documentation_is_signed_as_it_says()
    {
        var example = Repository.Read("docs/reference/webhooks.md").Split("```")[1].Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal)).ToDictionary(line => line.Split(": ")[0].Trim(), line => line.Split(": ", 2)[1].Trim());
        var message = new Received(example["webhook-id"], example["webhook-timestamp"], example["webhook-signature"], example["body"]);

        IsGenuine(message, example["secret"]).Should().BeTrue();
        IsGenuine(message with { Body = message.Body.Replace("test", "text", StringComparison.Ordinal) }, example["secret"]).Should().BeFalse("another body has another signature");
        var secret = Convert.FromBase64String(example["secret"]["whsec_".Length..]);
        Signature.Of(message.Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(message.Timestamp, CultureInfo.InvariantCulture)), Encoding.UTF8.GetBytes(message.Body), [secret]).Should().Be(message.Signature);
    }

    // As a receiver checks it, by the words of Standard Webhooks and by nothing of the program's own.
    private static bool IsGenuine(Received message, string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}.{message.Body}")));
        return message.Signature.Split(' ').Any(given => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(expected)));
    }
}
