using System.Collections.Frozen;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Nudging;

/// <summary>The kinds of nudge, each with the class that speaks for it.</summary>
internal sealed class NudgeKinds(IEnumerable<INudgeComposer> composers)
{
    private static readonly Duration DefaultGrace = Duration.FromHours(1);
    private readonly FrozenDictionary<NudgeKind, INudgeComposer> _composers = composers.ToFrozenDictionary(composer => composer.Kind);

    public INudgeComposer? Find(NudgeKind kind) => _composers.GetValueOrDefault(kind);

    public Duration GraceOf(NudgeKind kind) => Find(kind)?.Grace ?? DefaultGrace;
}
