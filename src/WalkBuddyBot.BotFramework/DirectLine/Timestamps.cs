using NodaTime;
using NodaTime.Text;

namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>Instants as activities carry them.</summary>
internal static class Timestamps
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    public static string Of(Instant instant) => Pattern.Format(instant);
}
