using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>Someone who talks with us: one aggregate with one version. Only a turn writes it; the clock never does.</summary>
/// <param name="Id">Our own id.</param>
/// <param name="Version">Goes up by one with each committed turn; 0 before the first.</param>
/// <param name="Language">A BCP 47 tag, such as <c>en</c>.</param>
/// <param name="Zone">The IANA zone name, once known.</param>
/// <param name="Standing">Whether the clock may speak.</param>
/// <param name="Addresses">Where the person can be reached.</param>
/// <param name="NudgeAt">Which of them nudges go to.</param>
/// <param name="Plan">What the person means to do.</param>
/// <param name="Fence">The hours they set for proactive messages; null while they have set none.</param>
/// <param name="Quiet">The quiet hours they set; null while they have set none.</param>
/// <param name="Schedules">Their reminders.</param>
/// <param name="Dialog">What the talk is about just now.</param>
/// <param name="Undo">What the last change took the place of.</param>
/// <param name="Alarmed">When the last full safety reply was given in this conversation: within 24 hours a repeat is one line.</param>
public sealed record Person(
    PersonId Id,
    long Version,
    string Language,
    string? Zone,
    Standing Standing,
    ImmutableArray<Address> Addresses,
    AddressId? NudgeAt,
    Plan Plan,
    Hours? Fence,
    Hours? Quiet,
    ImmutableArray<Schedule> Schedules,
    DialogState? Dialog,
    UndoStep? Undo,
    Alarmed? Alarmed)
{
    /// <summary>
    /// When the last open address closed: the bot was removed everywhere, so nothing can be sent. Null while there is one, and again once
    /// the person comes back.
    /// </summary>
    public Instant? LeftAt { get; init; }

    /// <summary>
    /// The tips they asked for of late, oldest first; those in nudges are in the ledger. See <see cref="TipRotation.Asked"/>.
    /// </summary>
    public ImmutableArray<ShownTip> TipsAsked { get; init; } = [];

    /// <summary>
    /// The zone other than their own that they were last asked about, or that their client named when they chose their own: it is not asked
    /// about again.
    /// </summary>
    public string? ZoneAsked { get; init; }

    /// <summary>What the talks in their other conversations are about just now; null for none.</summary>
    public ImmutableArray<DialogState>? Parked { get; init; }

    /// <summary>Someone whose first words have just arrived. Nudges go to where they were said, if nobody else listens there.</summary>
    public static Person FirstHeard(Heard heard) => new(
        new PersonId(DerivedId.From("person", heard.Key)),
        Version: 0,
        heard.Language,
        Zone: null,
        new Standing.On(),
        [heard.From],
        heard.From.Scope == Scope.Personal ? heard.From.Id : null,
        Plan.Default,
        Fence: null,
        Quiet: null,
        Schedules: [],
        Dialog: null,
        Undo: null,
        Alarmed: null);
}
