using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging.Sending;

/// <summary>The last question before a nudge goes out: all gates, then the words.</summary>
internal sealed partial class NudgeJudge(
    NudgeKinds kinds, IDateTimeZoneProvider zones, IOptions<AwayOptions> away, ILogger<NudgeJudge> logger)
{
    private readonly ImmutableArray<IGate> _gates = Gates.All(zones, Duration.FromDays(away.Value.UnseenDays));

    public Verdict Ask(PersonFacts facts, Outgoing row, Instant now)
    {
        try
        {
            return _gates.Ask(facts, row, now) ?? Compose(facts, row, now);
        }
#pragma warning disable CA1031 // A row that trips our own rules must not hold up the rows of other people beside it.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(defect, row.Id.Value);
            return new Verdict.Drop(DropReasons.Defect);
        }
    }

    private Verdict Compose(PersonFacts facts, Outgoing row, Instant now) =>
        row.Nudge is { } nudge && kinds.Find(nudge.Kind) is { } composer
            ? composer.Compose(row, facts, now)
            : new Verdict.Drop(DropReasons.UnknownKind);

    [LoggerMessage(1, LogLevel.Error, "Nudge {NudgeId} could not be judged or composed and was dropped.")]
    private partial void LogDefect(Exception defect, Guid nudgeId);
}
