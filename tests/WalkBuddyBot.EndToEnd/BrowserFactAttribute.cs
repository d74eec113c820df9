namespace WalkBuddyBot.EndToEnd;

/// <summary>A test that needs a browser: said to be skipped where there is none, and never skipped where CI is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.Required)
        {
            Skip = Chromium.Missing;
        }
    }
}
