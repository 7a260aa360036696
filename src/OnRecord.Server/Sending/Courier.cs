using OnRecord.Ledger.Users;
using OnRecord.Server.Access;

namespace OnRecord.Server.Sending;

/// <summary>Goes its round every few seconds: what is new is put into the outbox, and what is due is sent.</summary>
internal sealed class Courier(Announcer announcer, WebhookSender sender, Belongings belongings, TimeProvider time) : IAsyncDisposable
{
    private const int MostOfARound = 64;

    // A receiver that is slow holds up no more than one of these.
    private const int MostAtOnce = 8;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource closing = new();
    private Task rounds = Task.CompletedTask;

    /// <summary>Begins to go round, until it is disposed of.</summary>
    public void Begin() => rounds = Task.Run(GoRound);

    /// <summary>One round.</summary>
    /// <exception cref="Language.OnRecordException">The ledger or the file of users cannot answer.</exception>
    public async Task Round(CancellationToken cancellationToken)
    {
        if (!belongings.IsThere) return;
        await announcer.Announce(cancellationToken);
        await Parallel.ForEachAsync(belongings.Outbox.Take(MostOfARound), new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken }, async (delivery, stop) => await Try(delivery, stop));
    }

    /// <summary>Tries one delivery at once, where it waits.</summary>
    public async Task Try(string id, CancellationToken cancellationToken)
    {
        if (belongings.Outbox.Take(id) is { } delivery) await Try(delivery, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await rounds.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closing.Dispose();
        sender.Dispose();
    }

    private async Task Try(DueDelivery delivery, CancellationToken cancellationToken)
    {
        var receipt = await sender.Send(delivery, cancellationToken);
        if (receipt.Reason is not { } reason)
        {
            belongings.Outbox.Delivered(delivery.Id);
            return;
        }
        if (receipt.IsGone) belongings.Outbox.HoldBack(delivery.Id);
        var wait = delivery.IsTest || receipt.IsGone ? null : Backoff.After(delivery.Id, delivery.Attempt);
        belongings.Outbox.Failed(delivery.Id, reason, wait is { } length ? time.GetUtcNow() + length : null);
    }

    private async Task GoRound()
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(closing.Token))
        {
            try
            {
                await Round(closing.Token);
            }
            catch (Language.OnRecordException)
            {
                // The ledger is busy or its disk is full: whoever looks at a page is told so, and the next round finds what this one left.
            }
        }
    }
}
