using Microsoft.Extensions.Logging;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Sending;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>
/// What follows a commit: on "stop" and "delete my data" wait for what is on its way, then hand over the replies. From here on nothing throws.
/// </summary>
internal sealed partial class Answering(
    ITurns turns, ReplyDelivery delivery, IEnumerable<IActivitySink> sinks, Drawings drawings, IPhrases phrases, ILogger<Answering> logger)
{
    private static readonly Duration StopWait = Duration.FromSeconds(2);

    public async Task<InboundAnswer> AnswerAsync(Arrived arrived, Ended ended, CancellationToken cancellationToken)
    {
        var warning = ended.Silenced is { } person && !await IsQuietAsync(person, cancellationToken) ? OnItsWay(arrived) : null;
        if (arrived.ExpectsReplies)
        {
            await delivery.HandedOverAsync(ended.Rows);
            return warning is null
                ? ended.Answer
                : ended.Answer with { Replies = [BufferedReplies.AnswerTo(arrived.Activity, warning), .. ended.Answer.Replies] };
        }

        if (warning is not null)
        {
            await WarnAsync(arrived, warning, cancellationToken);
        }

        await delivery.DeliverAsync(ended.Rows);
        return ended.Answer;
    }

    // Nothing may begin after the confirmation; what began before it is waited for, or admitted.
    private async Task<bool> IsQuietAsync(PersonId person, CancellationToken cancellationToken)
    {
        try
        {
            return await turns.NoneSendingAsync(person, StopWait, cancellationToken);
        }
#pragma warning disable CA1031 // Not knowing is answered like "one is on its way", which is the careful thing to say.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogStopUnsure(failure);
            return false;
        }
    }

    private BotActivity OnItsWay(Arrived arrived) => drawings.For(arrived.Heard.From.Channel)
        .Draw(Reply.Say(phrases.Say("nudge.on-its-way", arrived.Heard.Language)), arrived.Activity.Locale);

    // The turn is committed and its rows are written, so this line goes to the sink beside them, under an id of its own.
    private async Task WarnAsync(Arrived arrived, BotActivity warning, CancellationToken cancellationToken)
    {
        if (sinks.FirstOrDefault(sink => sink.Name == arrived.Reference.Sink) is not { } sink)
        {
            return;
        }

        try
        {
            var id = new OutgoingId(DerivedId.From("on-its-way", arrived.Heard.Key));
            await sink.SendAsync(arrived.Reference, warning, OutgoingKey.Of(id), cancellationToken);
        }
#pragma warning disable CA1031 // The confirmation matters more than this line.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogWarningLost(failure);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "After a stop it could not be learnt whether a nudge was on its way.")]
    private partial void LogStopUnsure(Exception failure);

    [LoggerMessage(2, LogLevel.Warning, "The line that says a nudge was on its way could not be sent.")]
    private partial void LogWarningLost(Exception failure);
}
