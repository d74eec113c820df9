namespace WalkBuddyBot.Domain;

/// <summary>Safety before everything: needs no database, no person and no network.</summary>
public interface ISafetyScreen
{
    /// <summary>The alarm in what was heard, screened whole, or null.</summary>
    SafetyAlarm? Screen(Heard heard);
}
