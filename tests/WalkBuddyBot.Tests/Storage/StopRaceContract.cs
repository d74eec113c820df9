using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

public abstract class StopRaceContract : StoreContract
{
    [StoreFact]
    public async Task Nothing_begins_after_stop_is_confirmed()
    {
        var person = await KnownAsync();

        for (var round = 0; round < 200; round++)
        {
            await WaitingNudgeAsync("n" + round, Clock.GetCurrentInstant());
            var leased = await Outbox.LeaseAsync("web", 5, CancellationToken.None);
            using var start = new Barrier(2);

            var marking = Task.Run(async () =>
            {
                start.SignalAndWait();
                return await Outbox.MarkAsync(leased, Some.Pass, CancellationToken.None);
            });
            var stopping = Task.Run(async () =>
            {
                start.SignalAndWait();
                await SayAsync("stop" + round, new Effect.CancelWaiting("stopped", Before: null));
                return await Turns.NoneSendingAsync(person.Id, Duration.Zero, CancellationToken.None);
            });
            var quiet = await stopping;
            var marked = await marking;

            // Either the mark came first and the stop saw it under way, or the stop came first and nothing was marked.
            Assert.NotEqual(quiet, marked.Any(row => row.State == OutgoingState.Sending));
            await Outbox.SettleAsync([.. marked.Select(row => row with { State = OutgoingState.Sent })], CancellationToken.None);
        }
    }
}
