using Microsoft.Extensions.Logging;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Messages;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>
/// A turn that fails each time it is run: after a few tries what was typed is erased, and whoever waits is told so once.
/// </summary>
internal sealed partial class GivingUp(
    ITurns turns, ReplyDelivery delivery, Drawings drawings, IPhrases phrases, ILogger<GivingUp> logger)
{
    private const int MostTries = 5;

    /// <returns>The end of it; null while it may be tried again.</returns>
    public async Task<InboundAnswer?> TryAsync(Arrived arrived, SafetyAlarm? alarm, CancellationToken cancellationToken)
    {
        var heard = arrived.Heard;
        var lastWord = alarm?.Reply ?? Reply.Say(phrases.Say("turn.given-up", heard.Language));
        var answer = InboundAnswer.Ok with { Replies = arrived.ExpectsReplies ? [Drawn(arrived, lastWord)] : [] };
        if (await turns.FailAsync(heard, lastWord, KeptAnswer.Write(answer), MostTries, cancellationToken) is not { } rows)
        {
            return null;
        }

        LogGivenUp(MostTries);
        if (arrived.ExpectsReplies)
        {
            await delivery.HandedOverAsync(rows);
        }
        else
        {
            await delivery.DeliverAsync(rows);
        }

        return answer;
    }

    private BotActivity Drawn(Arrived arrived, Reply reply) => BufferedReplies.AnswerTo(
        arrived.Activity, drawings.For(arrived.Heard.From.Channel).Draw(reply, arrived.Activity.Locale));

    [LoggerMessage(1, LogLevel.Error, "A turn failed {Times} times and is given up; what was typed is erased, and its sender is told.")]
    private partial void LogGivenUp(int times);
}
