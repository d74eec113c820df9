using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>Where a preview goes, a person after the other, and then what it comes to.</summary>
internal interface IPreviewOutput
{
    Task TakeAsync(IReadOnlyList<PreviewedNudge> nudges);

    Task EndAsync(PreviewLoad load);
}
