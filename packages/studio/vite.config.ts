import { front } from "@somlos/look/build";

export default front({ mostFirstLoad: 240_000 });
