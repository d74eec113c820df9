namespace WalkBuddyBot.Storage.People;

/// <summary>Takes back the savepoint of a turn whose next slots were worked out before the planner moved on.</summary>
internal sealed class PlannerCameBetweenException : Exception;
