using System.Diagnostics;

namespace WalkBuddyBot.EndToEnd;

/// <summary>Asks again until it is so. What a page shows is awaited by the browser; this is for what no page shows.</summary>
internal static class Until
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    public static async Task TrueAsync(Func<Task<bool>> isSo, TimeSpan atMost, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < atMost, otherwise());
            await Task.Delay(Between, TimeProvider.System);
        }
    }
}
